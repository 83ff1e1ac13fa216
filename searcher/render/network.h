// Networks for people, and for the programs that draw them.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

#include "searcher/network/network.h"
#include "searcher/render/markup.h"

namespace broadsheet {

// An edge a line.
void print_text(const Network& network, const Style& style, std::ostream& out);

nlohmann::ordered_json to_json(const Network& network);

// An edge a line, under a line with the names of the columns.
void print_csv(const Network& network, std::ostream& out);

// GraphML 1.0, as Gephi, yEd, igraph and NetworkX read it.
void print_graphml(const Network& network, std::ostream& out);

}  // namespace broadsheet
