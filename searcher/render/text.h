// Answers for people.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/engine/explain.h"
#include "searcher/engine/request.h"
#include "searcher/render/markup.h"

namespace broadsheet {

inline constexpr std::size_t page_width = 100;  // characters

void print_text(const SearchResponse& response, double milliseconds, const Style& style, std::ostream& out);

// A hit without the empty line behind it.
void print_text(const Hit& hit, const Style& style, std::ostream& out);

// A facet's values in full, one a line, with the count in front.
void print_text(const Facet& facet, const Style& style, std::ostream& out);

void print_text(const Explanation& explanation, const Style& style, std::ostream& out);

// The whole article, its entities marked. `corrected` tells of its earlier versions, `values` are its facets
// as shown.
void print_text(const Article& article, const std::string& corrected,
                const std::vector<std::pair<FieldId, std::vector<std::string>>>& values,
                const std::vector<ShownEntity>& entities, const Style& style, std::ostream& out);

// "35,771"
std::string with_commas(std::uint64_t number);

}  // namespace broadsheet
