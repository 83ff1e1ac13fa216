// What stands out, for people and for programs.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/render/markup.h"

namespace broadsheet {

// A block of lines for each field: "4 of 5": articles among the matches, of those in the index.
void print_text(const std::vector<SignificantOf>& significant, const Style& style, std::ostream& out);

nlohmann::ordered_json to_json(const std::vector<SignificantOf>& significant);

}  // namespace broadsheet
