#include <fmt/format.h>

#include <ostream>

#include "searcher/render/text.h"

namespace broadsheet {

namespace {

// Words that expansion added have a plus in front.
std::string shown(const ExplainedTerm& term) {
    return (term.is_added ? "+" : "") + term.word;
}

void print_article(const ExplainedArticle& article, const Style& style, std::ostream& out) {
    out << '\n'
        << style.bold(article.id) << "  " << printable(article.title) << '\n'
        << (article.matches ? "matches the query" : "does not match the query")
        << fmt::format(
               "; length {}, {:.2f} times the mean\n\n", article.length,
               article.mean_length > 0 ? static_cast<double>(article.length) / article.mean_length : 0.0);
    out << fmt::format("{:<20} {:>11} {:>10} {:>8} {:>12}\n", "word", "occurrences", "articles", "rarity",
                       "contribution");
    for (const ScorePart& part : article.parts) {
        out << fmt::format("{:<20} {:>11} {:>10} {:>8.4f} {:>12.6f}\n", shown(part.term), part.occurrences,
                           with_commas(part.term.articles), part.term.inverse_frequency, part.contribution);
    }
    const Bonus bonus = article.bonus.value_or(Bonus{});
    for (const auto& [name, value] :
         {std::pair("words in the title", bonus.title), std::pair("whole title", bonus.whole_title),
          std::pair("words near others", bonus.proximity), std::pair("phrases", bonus.phrases),
          std::pair("entities", bonus.entities)}) {
        if (value > 0) out << fmt::format("{:<20} {:>44.6f}\n", name, value);
    }
    out << style.bold(fmt::format("{:<20} {:>44.6f}", "score", article.score)) << '\n';
}

}  // namespace

void print_text(const Explanation& explanation, const Style& style, std::ostream& out) {
    const bool all = explanation.matching == query::Matching::all;
    out << "read as  " << style.bold(explanation.read_as.empty() ? "everything" : explanation.read_as) << '\n'
        << "match    " << (all ? "all" : "any") << '\n'
        << "total    " << with_commas(explanation.total) << "\n\n"
        << explanation.tree;
    if (!explanation.terms.empty()) {
        out << fmt::format("\n{:<20} {:<20} {:>10} {:>8}\n", "word", "stem", "articles", "rarity");
    }
    for (const ExplainedTerm& term : explanation.terms) {
        out << fmt::format("{:<20} {:<20} {:>10} {:>8.4f}\n", shown(term), term.stem,
                           with_commas(term.articles), term.inverse_frequency);
    }
    if (!explanation.values.empty()) out << '\n';
    for (const ExplainedValue& value : explanation.values) {
        out << fmt::format("{} \"{}\": {}, {} articles\n", field(value.field).name, printable(value.label),
                           value.id, with_commas(value.articles));
    }
    if (!explanation.entities.empty()) out << '\n';
    for (const auto& [entity, query, selected] : explanation.entities) {
        out << fmt::format("{} is also {} \"{}\": {}, {} articles\n", printable(entity.words),
                           field(entity.meant.field).name, printable(entity.meant.value),
                           to_text(entity.meant.id), with_commas(entity.meant.articles));
        for (const NamedValue& other : entity.others) {
            out << fmt::format("  or {} \"{}\": {}, {} articles\n", field(other.field).name,
                               printable(other.value), to_text(other.id), with_commas(other.articles));
        }
    }
    if (explanation.article) print_article(*explanation.article, style, out);
}

}  // namespace broadsheet
