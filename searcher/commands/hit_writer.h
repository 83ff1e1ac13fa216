// Hits as they are written one by one: JSON lines, comma-separated values, a TREC run.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "searcher/commands/options.h"
#include "searcher/render/json.h"

namespace broadsheet {

using HitWriter = std::function<void(const Hit& hit)>;

// Writes what comes before the first hit, and returns what writes each. `out` must outlive it. Throws
// Error(usage) for a format that is not written one by one.
HitWriter make_hit_writer(Format format, const HitFields& wanted, const std::string& topic,
                          std::ostream& out);

}  // namespace broadsheet
