#include "searcher/query/operators.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/query/parser.h"
#include "searcher/query/word_pattern.h"
#include "searcher/query/word_reader.h"

namespace broadsheet::query {

namespace {

constexpr std::size_t form_width = 24;
constexpr std::size_t line_width = 100;

// `text` in lines behind a margin of form_width blanks; the first line's margin is `head`.
std::string in_column(std::string_view head, std::string_view text) {
    std::string result = fmt::format("  {:<{}}", head, form_width);
    std::size_t used = result.size();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (used + 1 + (end - begin) > line_width) {
            result += '\n' + std::string(form_width + 2, ' ');
            used = form_width + 2;
        } else if (begin > 0) {
            result += ' ';
            ++used;
        }
        result += text.substr(begin, end - begin);
        used += end - begin;
        begin = end + 1;
    }
    return result + '\n';
}

}  // namespace

std::string language_help() {
    std::string help = "The query language\n\n";
    for (const Operator& row : operators) {
        std::string form(row.form);
        if (!row.also.empty()) form += ", " + std::string(row.also);
        if (form.size() >= form_width) {
            help += "  " + form + '\n';
            form.clear();
        }
        help += in_column(form, row.meaning);
    }
    help +=
        "\nOperators are in capital letters; and, or, near are words. Distances hold tighter than NOT, NOT "
        "than\n"
        "AND, AND than words side by side, those than OR. What is not closed is closed at the end, and what\n"
        "has nothing to work on is left out, with a warning. Queries of other services are read as what\n"
        "comes nearest, with a warning: w/5, near5, adj5, w/s, /p, hlead(), headline(), atleast5, "
        "sanction!,\n"
        "site:, intitle:, before:, after:, AROUND(5), &, | and curly quotes.\n\n"
        "A short name in capital letters (UN, U.S.) also finds the name that it stands for, and a name that\n"
        "is typed with capital letters its initials, where the articles have them; =UN is the word "
        "alone.\n\n";
    help += fmt::format(
        "At most {} bytes, {} words and filters, {} levels of brackets; a wildcard needs {} letters beside\n"
        "it; a pattern stands for the {} most frequent words that it fits.\n",
        longest_query, most_leaves, deepest_nesting, least_letters, most_expanded);
    return help;
}

}  // namespace broadsheet::query
