// The text of the article on a page, out of all that is around it.
#pragma once

#include <string>

#include "corpus/html/document.h"

namespace broadsheet {

// Paragraphs as Article::body has them; empty when the page has no text. `title` is the article's, which is
// not repeated in its body.
// The page is a row of blocks of text; of those in the element that holds the article (selection.h), those
// are left out that look like no part of a text.
std::string main_text(const HtmlDocument& document, const std::string& title);

}  // namespace broadsheet
