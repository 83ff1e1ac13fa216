// Which of some entities articles have, and whether they are about them.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "schema/fields.h"
#include "schema/index/snapshot.h"
#include "schema/terms.h"
#include "searcher/rank/posting_follower.h"

namespace broadsheet {

struct WeighedEntity {
    FieldId field = FieldId::person;  // one of entity_fields
    ValueId id = 0;
    double weight = 0;
};

// One article after the other, best in ascending order of their documents. Not thread-safe.
class EntityMatch {
public:
    // What an entity counts in an article that names it and has others for its subjects.
    static constexpr double mentioned = 0.5;

    // The snapshot must outlive it.
    EntityMatch(Snapshot& snapshot, const std::vector<WeighedEntity>& entities);

    // The weights of those that are subjects of the article (subject_salience), and half of the weights of
    // others that it has.
    double measure(Xapian::docid document);

private:
    struct Sought {
        double weight;
        std::vector<std::optional<Ordinal>> ordinals;  // by segment, of those that have columns
        // For the others.
        PostingFollower having;
        PostingFollower about;
    };

    static double in_row(const Sought& sought, const Columns& columns, Location location);
    static double in_postings(Sought& sought, Location location);

    Snapshot& snapshot_;
    std::vector<Sought> entities_;
};

}  // namespace broadsheet
