// The title of a page's article.
#pragma once

#include <string>

#include "corpus/html/document.h"
#include "corpus/html/metadata.h"

namespace broadsheet {

// From what the page says of itself, its <title> and its headings, without the site's name, which many pages
// put before or behind it. Empty when the page has none.
std::string title_of(const HtmlDocument& document, const PageMetadata& metadata);

}  // namespace broadsheet
