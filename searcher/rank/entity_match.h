// Which of some entities articles have, and whether they are about them.
#pragma once

#include <xapian.h>

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
    EntityMatch(const Snapshot& snapshot, const std::vector<WeighedEntity>& entities);

    // The weights of those that are subjects of the article (subject_salience), and half of the weights of
    // others that it has.
    double measure(Xapian::docid document);

private:
    struct Postings {
        PostingFollower having;
        PostingFollower about;
        double weight;
    };

    const Snapshot& snapshot_;
    std::vector<Postings> entities_;
};

}  // namespace broadsheet
