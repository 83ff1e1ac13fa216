// An answer as an Atom feed (RFC 4287) with OpenSearch's total, for feed readers and browsers.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/engine/request.h"

namespace broadsheet {

// Escaped for XML, without what XML 1.0 does not allow: control characters and broken UTF-8.
std::string xml_escaped(std::string_view text);

void print_atom(const SearchResponse& response, std::ostream& out);

}  // namespace broadsheet
