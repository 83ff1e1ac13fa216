// What is to be matched: a query after analysis, with nothing left to decide. Both matchers work from it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schema/index/snapshot.h"
#include "schema/terms.h"
#include "searcher/match/expansion.h"
#include "searcher/placement/placement.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Articles whose text, or title, has one of the stems.
struct TermCondition {
    std::vector<std::string> stems;  // ascending; none: no article
    bool title_only = false;
};

// Articles in which words stand as the placement says. Never null.
struct PlacementCondition {
    std::shared_ptr<const Placement> placement;
};

// Articles with one of these values.
struct ValueCondition {
    FieldId field = FieldId::person;
    std::vector<ValueId> ids;
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
    std::variant<query::Everything, query::Nothing, TermCondition, PlacementCondition, ValueCondition,
                 ExactCondition, query::Dates, AllOf, AnyOf, NoneOf>
        is;
};

// A word that counts towards the score of the articles that have it, wherever it stands in the query.
struct ScoringTerm {
    std::string stem;
    std::string word;         // as shown
    std::uint32_t count = 1;  // how often the query has it
    double weight = 1;        // what its part of the score is multiplied with; above 0
    bool is_added = false;    // by expansion or as another form: not a word of the query
    double form_share = 0;    // of another form of what was typed: its part of that form's weight, up to 1
};

// A person, organisation or place that the query names or prefers.
struct SoughtEntity {
    FieldId field = FieldId::person;  // one of entity_fields
    ValueId id = 0;
    std::uint64_t articles = 0;  // that have it
    double reliability = 1;      // how often its name means it; above 0
};

// The selected values of one field: an article must have one of them.
struct FilterGroup {
    FieldId field = FieldId::person;
    std::vector<Condition> any_of;
};

struct Plan {
    Condition condition;               // the query and everything that restricts it but the filters
    std::vector<FilterGroup> filters;  // one for a field; an article must satisfy all
    std::vector<Condition> required;   // values that are part of `condition`, for facets to show as selected
    std::vector<ScoringTerm> terms;    // distinct stems
    std::vector<SoughtEntity> entities;  // that count towards the score
    bool has_placements = false;
    bool needs_text = false;            // a placement does
    std::vector<std::string> warnings;  // whole sentences without a full stop
};

// Within so many kilometres of a point, in degrees.
struct Vicinity {
    double latitude = 0;
    double longitude = 0;
    double kilometres = 0;
};

// What restricts a query besides its text. The nodes are Values or Dates.
struct Restrictions {
    std::vector<query::Node> filters;   // those of one field mean either, those of different fields also
    std::vector<query::Node> required;  // all of them, also of one field
    std::vector<query::Node> excluded;
    query::Dates dates;
    std::optional<Vicinity> near;  // a town or district that the article mentions lies there
};

// The index's values are looked up in `snapshot`: a name can stand for several.
Plan make_plan(const query::Node& root, query::Matching matching, const Restrictions& restrictions,
               const Snapshot& snapshot, TermExpander& expander);

// What every article of a placement has, without regard to where: terms and any or all of such.
Condition words_of(const Placement& placement);

// The field that a filter node names.
FieldId field_of(const query::Node& filter);

}  // namespace broadsheet
