#include "searcher/query/leaves.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/error.h"
#include "searcher/query/date_range.h"
#include "searcher/query/parser.h"
#include "searcher/query/word_reader.h"

namespace broadsheet::query {

namespace {

// sanction! is what Lexis and Westlaw call truncation; Yahoo! and "no!" are not.
bool is_truncated(std::string_view word) {
    constexpr std::size_t least = 4;
    if (word.size() < least || word.back() != '!') return false;
    word.remove_suffix(1);
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

}  // namespace

std::optional<Node> LeafReader::leaf(const Lexeme& lexeme, const Scope& scope) {
    if (!lexeme.closed) {
        warnings_.add("the quote at " + place(query_, lexeme.range.begin) +
                      " is never closed and was closed at the end");
    }
    if (scope.field == nullptr || scope.field->kind == FieldKind::text) return text(lexeme, scope);
    const bool blank = std::all_of(lexeme.text.begin(), lexeme.text.end(), is_blank);
    if (blank) return std::nullopt;
    count(1, lexeme);
    if (scope.field->kind == FieldKind::date) return dates(lexeme, scope.sign);
    Value value{scope.field->id, std::string(lexeme.text), {}};
    if (scope.kind != nullptr) value.kind = scope.kind->id;
    return Node{std::move(value), lexeme.range};
}

std::string LeafReader::source_of(const Lexeme& lexeme) {
    std::string source(lexeme.text);
    if (lexeme.kind != LexemeKind::word || !is_truncated(source)) return source;
    source.back() = '*';
    warnings_.add(
        fmt::format("{} at {} was read as {}", lexeme.text, place(query_, lexeme.range.begin), source));
    return source;
}

std::optional<Node> LeafReader::text(const Lexeme& lexeme, const Scope& scope) {
    const std::string source = source_of(lexeme);
    WordReading reading = read_words(source, lexeme.exact, scope.letters);
    const std::size_t offset = static_cast<std::size_t>(lexeme.text.data() - query_.data()) + reading.at;
    if (reading.fault == WordReading::Fault::too_few_letters) {
        throw Error(ErrorCode::bad_query,
                    fmt::format("a wildcard needs at least {} letters beside it (at {} of the query)",
                                least_letters, place(query_, offset)),
                    "write more of the word");
    }
    if (reading.fault == WordReading::Fault::not_fuzzy) {
        warnings_.add(fmt::format(
            "the ~ of the word at {} was left out: it takes a word of {} letters without wildcards",
            place(query_, offset), least_fuzzy_letters));
    }
    count(reading.words.size(), lexeme);
    if (reading.words.empty()) {
        if (lexeme.kind == LexemeKind::quoted) {
            warnings_.add("the quotes at " + place(query_, lexeme.range.begin) +
                          " are empty and were left out");
        }
        return std::nullopt;
    }
    return Node{Text{std::move(reading.words), scope.zone}, lexeme.range};
}

Node LeafReader::dates(const Lexeme& lexeme, std::string_view sign) {
    const std::string at = " (at " + place(query_, lexeme.range.begin) + " of the query)";
    const DateReading reading = read_dates(std::string(sign) + std::string(lexeme.text), now_);
    if (!reading.dates) {
        throw Error(ErrorCode::bad_query, fmt::format("\"{}\" is no date{}", lexeme.text, at),
                    "dates look like 2024, 2024-01, 2024-01-24, >=2024-01, 2024-01..2024-03, today or -7d");
    }
    if (reading.swapped) {
        warnings_.add("the later date of " + std::string(lexeme.text) + " comes first: they were swapped");
    }
    return {*reading.dates, lexeme.range};
}

void LeafReader::count(std::size_t leaves, const Lexeme& lexeme) {
    leaves_ += leaves;
    if (leaves_ <= most_leaves) return;
    throw Error(ErrorCode::bad_query, "the query has more than " + std::to_string(most_leaves) +
                                          " words and filters (at " + place(query_, lexeme.range.begin) +
                                          ")");
}

}  // namespace broadsheet::query
