// Where an article names the people, organisations and places that are asked for.
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "schema/annotation.h"
#include "searcher/highlight/patterns.h"

namespace broadsheet {

// An entity, or several that one name stands for.
struct WantedEntity {
    FieldId field = FieldId::person;  // one of entity_fields, or `about` for any of them
    std::vector<ValueId> ids;         // ascending
    double weight = 0;                // how much it says that an article names it
};

// Whether a place lies in one of others, which are ascending.
using LiesIn = std::function<bool(ValueId place, const std::vector<ValueId>& around)>;

// Each wanted entity is a pattern: found where the article names it, and a place also where the article names
// what lies in it. Not thread-safe.
class EntityPatterns {
public:
    EntityPatterns() = default;  // finds nothing
    EntityPatterns(std::vector<WantedEntity> wanted, LiesIn lies_in);

    // `annotation` is of the article whose title and body these are the tokens of. Whole tokens are found: a
    // mention that ends inside one is taken to its end. The patterns are numbered from `first_pattern`.
    FoundMatches find(const Annotation& annotation, const std::vector<TextToken>& title,
                      const std::vector<TextToken>& body, std::size_t first_pattern);

    const std::vector<WantedEntity>& wanted() const { return wanted_; }

private:
    bool is_meant(const Entity& entity, std::size_t pattern);

    std::vector<WantedEntity> wanted_;
    LiesIn lies_in_;
    std::vector<std::unordered_map<ValueId, bool>> lying_in_;  // by pattern: places that were looked up
};

}  // namespace broadsheet
