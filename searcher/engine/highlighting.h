// The highlighter of a search: for the words of its query and the entities that query and filters ask for.
#pragma once

#include "searcher/engine/reading.h"
#include "searcher/highlight/highlighter.h"

namespace broadsheet {

// `answered` and the snapshot must outlive it.
Highlighter make_highlighter(const Snapshot& snapshot, const AnsweredQuery& answered,
                             const Restrictions& restrictions);

// Whether places lie in others, as the snapshot knows it, which must outlive it.
LiesIn places_of(const Snapshot& snapshot);

}  // namespace broadsheet
