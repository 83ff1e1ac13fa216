// The library's options as a request to the engine.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "broadsheet/searcher.h"
#include "searcher/engine/request.h"
#include "searcher/render/json.h"

namespace broadsheet::searcher {

struct ReadOptions {
    SearchRequest request;
    HitFields fields;  // of the hits in the answer's JSON
};

// They are read as the command line's are, from the same table. Throws broadsheet::Error(usage).
ReadOptions read_options(std::string_view query, const SearchOptions& options,
                         std::shared_ptr<const Synonyms> synonyms);

}  // namespace broadsheet::searcher
