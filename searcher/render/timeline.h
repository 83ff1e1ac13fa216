// Timelines for people and for programs.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

#include "searcher/render/markup.h"
#include "searcher/timeline/timeline.h"

namespace broadsheet {

// As bars, or, with series, as a table; long stretches without a match are left out.
void print_text(const Timeline& timeline, const Style& style, std::ostream& out);

nlohmann::ordered_json to_json(const Timeline& timeline, bool with_stories);

}  // namespace broadsheet
