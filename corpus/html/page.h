// A web page to an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace broadsheet {

// A page as it was served or saved.
struct Page {
    std::string_view bytes;
    std::string url;      // where it came from; empty when that is not known
    std::string charset;  // that the server named; empty when it named none
};

// The article on a page, with what the page says of it; `original` and `media_type` are the caller's. Nothing
// when there is none; then `problem` says why, as a clause. Time and memory grow with the size of the page
// only; a page of more than largest_page bytes is refused.
inline constexpr std::size_t largest_page = std::size_t{16} << 20;
std::optional<Article> read_page(const Page& page, std::string& problem);

}  // namespace broadsheet
