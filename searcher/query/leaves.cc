#include "searcher/query/leaves.h"

#include <fmt/format.h>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "schema/error.h"
#include "searcher/query/date_range.h"
#include "searcher/query/parser.h"
#include "searcher/query/plain_reading.h"

namespace broadsheet::query {

void Warnings::add(std::string warning) {
    if (list_.size() < most_warnings) list_.push_back(std::move(warning));
}

std::optional<Node> LeafReader::leaf(const Lexeme& lexeme, const Field* scope) {
    if (!lexeme.closed) {
        warnings_.add("the quote at " + place(query_, lexeme.range.begin) +
                      " is never closed and was closed at the end");
    }
    if (scope == nullptr || scope->kind == FieldKind::text) {
        return text(lexeme, scope != nullptr && scope->id == FieldId::title);
    }
    const bool blank = lexeme.text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
    if (blank) return std::nullopt;
    count(1, lexeme);
    if (scope->kind == FieldKind::date) return dates(lexeme);
    return Node{Value{scope->id, std::string(lexeme.text)}, lexeme.range};
}

std::optional<Node> LeafReader::text(const Lexeme& lexeme, bool title_only) {
    std::string source(lexeme.text);
    if (lexeme.kind == LexemeKind::word) {
        PlainReading reading = plain_reading(lexeme.text);
        if (!reading.left_out.empty()) {
            warnings_.add(std::string(reading.left_out) + " are not supported yet: " + source + " at " +
                          place(query_, lexeme.range.begin) + " was read as " + reading.word);
        }
        source = std::move(reading.word);
    }
    Text words;
    words.title_only = title_only;
    Tokenizer tokenizer(source);
    for (Token token; tokenizer.next(token);) {
        count(1, lexeme);
        Word word;
        word.token = source.substr(token.begin, token.end - token.begin);
        word.folded = fold_token(word.token);
        words.words.push_back(std::move(word));
    }
    if (words.words.empty()) {
        if (lexeme.kind == LexemeKind::quoted) {
            warnings_.add("the quotes at " + place(query_, lexeme.range.begin) +
                          " are empty and were left out");
        }
        return std::nullopt;
    }
    return Node{std::move(words), lexeme.range};
}

Node LeafReader::dates(const Lexeme& lexeme) {
    const std::string at = " (at " + place(query_, lexeme.range.begin) + " of the query)";
    const DateReading reading = read_dates(lexeme.text, now_);
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
