// An article turned into what is looked for: words, entities, and what restricts the hits.
#pragma once

#include <vector>

#include "schema/annotation.h"
#include "searcher/match/plan.h"
#include "searcher/rank/entity_match.h"
#include "searcher/similar/similar.h"

namespace broadsheet {

struct LookedFor {
    StoredArticle source;
    Plan plan;  // its terms are the article's telling_words(); they find others, and never the article itself
    std::vector<WeighedEntity> entities;  // by descending weight: salience times rarity
};

// Throws Error(not_found, usage), see similar().
LookedFor look_for(Snapshot& snapshot, const SimilarRequest& request, Analyser& analyser);

}  // namespace broadsheet
