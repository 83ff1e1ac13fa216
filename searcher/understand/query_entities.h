// The people, organisations and places that a query names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/query/ast.h"

namespace broadsheet {

struct NamedValue {
    FieldId field = FieldId::person;  // one of entity_fields
    ValueId id = 0;
    std::string value;           // as shown
    std::string filter;          // FIELD=VALUE: just this one
    std::uint64_t articles = 0;  // of the index that have it
};

struct QueryEntity {
    std::string words;  // as typed
    NamedValue meant;
    double share = 1;  // of the articles with these words, those that mean it by them; above 0
    std::optional<query::Node> instead;  // the query with the entity in place of the words, where that can be
    std::vector<NamedValue> others;      // what the words can mean as well, by articles
};

inline constexpr std::size_t most_query_entities = 10;
inline constexpr std::size_t most_other_meanings = 9;

// In the order of the query, each entity once. `root` is the query as it was parsed. The longest names of
// words side by side or joined by AND come first, and phrases that are names count, too. A name is what the
// index has as one and what most articles with its words mean by them: words that are names now and then are
// left alone, more so in small letters. Of several meanings the one that most of these articles have. Nothing
// that is negated. Bounded, whatever the query.
std::vector<QueryEntity> entities_in(const query::Node& root, Snapshot& snapshot);

// The entity as the query language and filters name it.
query::Value as_value(const NamedValue& named);

}  // namespace broadsheet
