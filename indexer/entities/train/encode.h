// Annotated documents as the learner's examples, by the same code that tags.
#pragma once

#include <vector>

#include "indexer/entities/tagging/lexicon.h"
#include "indexer/entities/tagging/model.h"
#include "indexer/entities/train/corpus.h"
#include "indexer/entities/train/perceptron.h"

namespace broadsheet::entities::train {

Examples encode(const std::vector<GoldDocument>& documents, const Lexicon& lexicon);

// Weights as the model holds them: relative to `outside`, rounded; rows whose largest weight is below
// `prune` times the largest of all are left out.
Model quantise(const Weights& weights, double prune, const Lexicon& lexicon);

}  // namespace broadsheet::entities::train
