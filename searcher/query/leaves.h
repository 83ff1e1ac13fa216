// What stands between the operators: words, phrases, values and dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"
#include "searcher/query/warnings.h"

namespace broadsheet::query {

// What the brackets and names around a leaf say of it.
struct Scope {
    const Field* field = nullptr;  // whose value it is; null for text
    const Field* kind = nullptr;   // of an `about` value, where it is said
    std::string_view sign;         // in front of the value
    Zone zone = Zone::anywhere;
    Letters letters = Letters::any;
};

// Lexemes to leaves. References its arguments.
class LeafReader {
public:
    LeafReader(std::string_view query, Seconds now, Warnings& warnings)
        : query_(query), now_(now), warnings_(warnings) {}

    // Nothing when there is nothing to search for in it. Throws Error(bad_query) for a date that does not
    // exist, for a wildcard beside too few letters, and when there are too many leaves.
    std::optional<Node> leaf(const Lexeme& lexeme, const Scope& scope);

private:
    std::optional<Node> text(const Lexeme& lexeme, const Scope& scope);
    // The word of a lexeme without what is only punctuation, or truncation as other services write it.
    std::string source_of(const Lexeme& lexeme);
    Node dates(const Lexeme& lexeme, std::string_view sign);
    void count(std::size_t leaves, const Lexeme& lexeme);

    std::string_view query_;
    Seconds now_;
    Warnings& warnings_;
    std::size_t leaves_ = 0;
};

}  // namespace broadsheet::query
