// What the model is trained on: which corpora, how often, and what is made from them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/entities/train/corpus.h"

namespace broadsheet::entities::train {

struct Recipe {
    std::uint32_t news_repeat =
        4;  // visits of the project's own annotated news in an epoch; other text has one
    std::uint32_t tables = 1500;  // generated result tables
    bool hold_out = false;        // keep every tenth news document away from training
};

struct TrainingText {
    std::vector<GoldDocument> learnt;
    std::vector<GoldDocument> held_out;
};

// `data` holds entities/train/*.iob2 and gazetteer/. The same files give the same text. Throws Error where
// one is missing.
TrainingText prepare(const std::filesystem::path& data, const Recipe& recipe);

}  // namespace broadsheet::entities::train
