// The word and name tables, compiled from cluster files, name lists and the gazetteer.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/entities/tagging/lexicon.h"

namespace broadsheet::entities::train {

// `data` holds entities/clusters, entities/names and gazetteer. Sorted by key. Throws Error when a file is
// missing.
std::vector<Lexicon::Item> compile_lists(const std::filesystem::path& data);

}  // namespace broadsheet::entities::train
