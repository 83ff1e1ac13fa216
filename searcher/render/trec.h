// Hits as a TREC run, for trec_eval and other judges of rankings.
#pragma once

#include <string>
#include <string_view>

#include "searcher/engine/request.h"

namespace broadsheet {

// "TOPIC Q0 ID RANK SCORE broadsheet" with a line break. White space in an id becomes %20 and the like, since
// it separates the columns.
std::string trec_line(const Hit& hit, std::string_view topic);

}  // namespace broadsheet
