// What stands between the operators: words, phrases, values and dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"

namespace broadsheet::query {

// Collects warnings, up to most_warnings.
class Warnings {
public:
    void add(std::string warning);
    std::vector<std::string> take() && { return std::move(list_); }

private:
    std::vector<std::string> list_;
};

// Lexemes to leaves. References its arguments.
class LeafReader {
public:
    LeafReader(std::string_view query, Seconds now, Warnings& warnings)
        : query_(query), now_(now), warnings_(warnings) {}

    // `scope` is the field whose value the lexeme is, or null. Nothing when there is nothing to search for in
    // it. Throws Error(bad_query) for a date that does not exist and when there are too many leaves.
    std::optional<Node> leaf(const Lexeme& lexeme, const Field* scope);

private:
    std::optional<Node> text(const Lexeme& lexeme, bool title_only);
    Node dates(const Lexeme& lexeme);
    void count(std::size_t leaves, const Lexeme& lexeme);

    std::string_view query_;
    Seconds now_;
    Warnings& warnings_;
    std::size_t leaves_ = 0;
};

}  // namespace broadsheet::query
