// The text of the article on a page, out of all that is around it.
#pragma once

#include <string>

#include "corpus/html/document.h"

namespace broadsheet {

// Paragraphs as Article::body has them; empty when the page has no text. `title` is the article's, which is
// not repeated in its body.
//
// The page is a row of blocks of text. Each is worth what speaks for running text in it: its length,
// sentences, few links; lists of links and scraps cost. The article is the element whose blocks are worth
// most together, where elements count more that are said to hold the article. Of its blocks those are left
// out that look like no part of the text. The idea of choosing by a sum is Pasternack and Roth's (2009), the
// marks of running text are those of Kohlschuetter et al. (2010).
std::string main_text(const HtmlDocument& document, const std::string& title);

}  // namespace broadsheet
