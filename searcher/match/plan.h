// What is to be matched: a query after analysis, with nothing left to decide. Both matchers work from it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "schema/analysis/analyser.h"
#include "schema/terms.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Articles whose text, or title, has the stem.
struct TermCondition {
    std::string stem;
    bool title_only = false;
};

// Articles in which the stems stand in consecutive tokens of one paragraph. The title is a paragraph of its
// own.
struct PhraseCondition {
    std::vector<std::string> stems;  // two or more
    bool title_only = false;
};

struct ValueCondition {
    FieldId field = FieldId::person;
    ValueId id = 0;
};

// Articles with this id or url.
struct ExactCondition {
    FieldId field = FieldId::id;
    std::string value;
};

struct Condition;

struct AllOf {
    std::vector<Condition> parts;
};

struct AnyOf {
    std::vector<Condition> parts;
};

struct NoneOf {
    std::vector<Condition> parts;
};

struct Condition {
    std::variant<query::Everything, query::Nothing, TermCondition, PhraseCondition, ValueCondition,
                 ExactCondition, query::Dates, AllOf, AnyOf, NoneOf>
        is;
};

// A word that counts towards the score of the articles that have it, wherever it stands in the query.
struct ScoringTerm {
    std::string stem;
    std::string word;         // as shown
    std::uint32_t count = 1;  // how often the query has it
    double weight = 1;        // what its part of the score is multiplied with; above 0
    bool is_added = false;    // by expansion: not a word of the query
};

// The selected values of one field: an article must have one of them.
struct FilterGroup {
    FieldId field = FieldId::person;
    std::vector<Condition> any_of;
};

struct Plan {
    Condition condition;               // the query and everything that restricts it but the filters
    std::vector<FilterGroup> filters;  // one for a field; an article must satisfy all
    std::vector<ScoringTerm> terms;    // distinct stems
    bool has_phrases = false;
};

// What restricts a query besides its text. The nodes are Values or Dates.
struct Restrictions {
    std::vector<query::Node> filters;  // those of one field mean either, those of different fields also
    std::vector<query::Node> excluded;
    query::Dates dates;
};

Plan make_plan(const query::Node& root, query::Matching matching, const Restrictions& restrictions,
               const AnalysisSettings& analysis);

// The field that a filter node names.
FieldId field_of(const query::Node& filter);

}  // namespace broadsheet
