// "Did you mean": a query that finds little, spelt otherwise.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/query/ast.h"
#include "searcher/understand/correction.h"

namespace broadsheet {

// A query of more articles than this is not doubted.
inline constexpr std::uint64_t few_articles = 2;

// How many articles a query finds; nothing else of it matters.
using CountArticles = std::function<std::uint64_t(const std::string& query)>;

// Of several readings of a query the nearest one is best, or one nearly as near that finds far more. Words
// that the index has stay, and so does what is negated.
class Suggester {
public:
    // `root`: `text` as it was parsed. `text` must outlive it.
    Suggester(Snapshot& snapshot, std::string_view text, const query::Node& root);

    // The query with its misspelt words and names replaced, so that it finds more than `found` articles;
    // empty where there is no such. Operators, fields and everything else are as typed, but every white
    // space is a blank; a query with control characters has none. Asks `count` a few times at most.
    std::string best(std::uint64_t found, const CountArticles& count) const;

private:
    // A word or a name that may be misspelt.
    struct Doubted {
        query::Range range;  // bytes of the query
        std::vector<Correction> corrections;
        bool is_value = false;
    };

    // A choice for each of the doubted: the place in `corrections`.
    struct Reading {
        std::vector<std::size_t> chosen;
        double cost = 0;
        std::uint64_t articles = 0;  // that it can find, at most
        double rank() const { return rank_of(cost, articles); }
    };

    class Doubts;
    static std::vector<Reading> readings_of(const std::vector<Doubted>& doubted);
    std::string corrected(const Reading& reading) const;

    std::string_view text_;
    std::vector<Doubted> doubted_;   // in the order of the query
    std::vector<Reading> readings_;  // those that promise most first
};

}  // namespace broadsheet
