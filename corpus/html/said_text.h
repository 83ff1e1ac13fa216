// The text that a page holds for machines, against the one it shows.
#pragma once

#include <string>

#include "corpus/html/document.h"

namespace broadsheet {

// The better of the text that was found on the page and the one that its data gives. That one is taken where
// it has what the other misses: in the page's own paragraphs as far as the page shows it, else as it is. It
// may be cut short, so where the page has all of it and more, the page is right.
std::string reconciled_text(const HtmlDocument& document, std::string shown, const std::string& said);

}  // namespace broadsheet
