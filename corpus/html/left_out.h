// Which elements of a page are no part of an article, whatever they hold.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/html/document.h"

namespace broadsheet {

// How much is believed of what elements are called.
enum class Strictness {
    all,        // names of elements, roles, classes and ids
    structure,  // names of elements and roles
    nothing,    // only what is not text at all
};

// An entry for each node, non-zero for the elements that are to be left out with all that is below them.
// Elements that hold most of the page's running text are never left out for their names.
std::vector<std::uint8_t> left_out(const HtmlDocument& document, Strictness strictness);

}  // namespace broadsheet
