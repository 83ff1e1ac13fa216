// Hits as comma-separated values (RFC 4180): a line of names, then a line for each hit.
#pragma once

#include <string>

#include "searcher/render/json.h"

namespace broadsheet {

// The columns of --fields, or those that are usual in a table.
HitFields csv_fields(const HitFields& asked);

// Both end with CR LF. Lists are joined by "; ".
std::string csv_header(const HitFields& columns);
std::string csv_line(const Hit& hit, const HitFields& columns);

// A cell, in quotation marks where it needs them (RFC 4180).
std::string csv_quoted(const std::string& text);

}  // namespace broadsheet
