// What a page may ask of the parser.
#pragma once

#include <string_view>

namespace broadsheet {

// The HTML5 algorithm looks through the open elements at almost every tag, and reopens formatting elements
// that were left open in every block that follows. Ordinary pages do not notice; a page made for it takes
// quadratic time and memory.

// Why a page is not to be parsed, as a clause; empty when it may be. Takes linear time.
std::string_view reason_to_refuse(std::string_view html);

}  // namespace broadsheet
