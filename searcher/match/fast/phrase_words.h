// Which articles can have a plain phrase, as far as the segment's word pairs tell.
#pragma once

#include "searcher/match/fast/segment_index.h"
#include "searcher/match/fast/selector.h"
#include "searcher/placement/placement.h"

namespace broadsheet {

struct PhraseWords {
    SelectorPtr words;        // articles with all words, and some more with the pairs; null: nothing is known
    bool is_decided = false;  // they have the phrase
};

// The segment must outlive the result. Nothing is known of what is no plain phrase.
PhraseWords words_of_phrase(const Placement& placement, SegmentIndex& segment);

}  // namespace broadsheet
