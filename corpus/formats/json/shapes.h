// Kinds of JSON articles whose members mean more than their names say.
#pragma once

#include <simdjson.h>

#include <string>

#include "schema/article.h"

namespace broadsheet {

// Corrects and completes an article that was read by the names of members when the object is of a kind that
// is known: ninjs (also the AP's), or the Washington Post of TREC. Returns why it is no article, as a clause:
// ninjs also describes pictures; empty otherwise.
std::string read_shape(simdjson::dom::object record, Article& article);

}  // namespace broadsheet
