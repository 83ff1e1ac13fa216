// Where on a page the article is.
#pragma once

#include "corpus/html/blocks.h"
#include "corpus/html/document.h"

namespace broadsheet {

// The element that the article's text is in; no_node when nothing on the page looks like running text.
//
// Each block is worth what speaks for running text in it: its length, sentences, few links; lists of links
// and scraps cost. The article is the element whose blocks are worth most together, where elements count more
// that are said to hold the article. To choose by a sum is Pasternack and Roth's idea (2009), the marks of
// running text are those of Kohlschuetter et al. (2010).
NodeId best_element(const HtmlDocument& document, const PageBlocks& blocks);

}  // namespace broadsheet
