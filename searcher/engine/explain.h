// How a query was read, what it became, and how one article's score came about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/rank/second_look.h"

namespace broadsheet {

struct ExplainedTerm {
    std::string word;  // as in the query
    std::string stem;
    std::uint64_t articles = 0;  // that have it
    double inverse_frequency = 0;
    double weight = 1;      // what its contribution is multiplied with
    bool is_added = false;  // by expansion or as another form: not a word of the query
};

struct ExplainedValue {
    FieldId field = FieldId::person;
    std::string value;  // as in the query
    std::string label;  // as shown
    std::string id;
    std::uint64_t articles = 0;
};

struct ScorePart {
    ExplainedTerm term;
    std::uint64_t occurrences = 0;  // those in the title count several times
    double contribution = 0;
};

struct ExplainedArticle {
    std::string id;
    std::string title;
    bool matches = false;
    double score = 0;          // the sum of the parts, as search gives it
    std::uint64_t length = 0;  // in the measure of the occurrences
    double mean_length = 0;
    std::vector<ScorePart> parts;  // for each term of the query that the article has
    std::optional<Bonus> bonus;    // of the second look, if the article is among those that had one
};

struct Explanation {
    std::string query;
    std::string read_as;
    query::Matching matching = query::Matching::all;
    std::string tree;  // the query as it was read, a line for each part
    std::uint64_t total = 0;
    std::vector<ExplainedTerm> terms;
    std::vector<ExplainedValue> values;
    std::vector<UnderstoodEntity> entities;  // that the query's words name; they take no part in the match
    std::optional<ExplainedArticle> article;
    std::vector<std::string> warnings;
};

// `article_id`: whose score to explain; may be null. Throws Error(not_found) when there is no such article,
// and as search().
Explanation explain(Snapshot& snapshot, const SearchRequest& request, const std::string* article_id);

}  // namespace broadsheet
