#include "corpus/complete.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include "corpus/names.h"

namespace broadsheet {

namespace {

// Whether there is more than blanks and marks of bytes that could not be read.
bool is_legible(std::string_view text) {
    constexpr UChar32 unreadable = 0xfffd;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        if (bytes[at] > ' ' && bytes[at] < 0x7f) return true;
        UChar32 character = 0;
        U8_NEXT(bytes, at, text.size(), character);
        if (character >= 0 && character != unreadable && u_isgraph(character) != 0) return true;
    }
    return false;
}

std::string id_of_content(const Article& article) {
    std::string content;
    content.reserve(article.title.size() + article.body.size() + 24);
    content += article.title;
    content += '\0';
    content += article.body;
    content += '\0';
    if (article.date) content += std::to_string(*article.date);
    return fmt::format("h-{:016x}", XXH3_64bits(content.data(), content.size()));
}

// Scrapers give a byline as one name and then the names in it.
bool is_byline_of_rest(const std::vector<std::string>& authors) {
    if (authors.size() < 3) return false;
    std::string_view byline = authors.front();
    for (std::size_t i = 1; i < authors.size(); ++i) {
        if (!byline.starts_with(authors[i])) return false;
        byline.remove_prefix(authors[i].size());
        if (byline.starts_with(' ')) byline.remove_prefix(1);
    }
    return byline.empty();
}

}  // namespace

std::string complete(Article& article, const ReadOptions& options) {
    if (article.title.empty() && article.body.empty()) return "no title and no text";
    if (!is_legible(article.title) && !is_legible(article.body))
        return "nothing legible in its title and text";
    if (is_byline_of_rest(article.authors)) article.authors.erase(article.authors.begin());
    if (article.source.empty()) article.source = options.source;
    if (article.source.empty()) article.source = domain_of(article.url);
    if (article.language.empty()) article.language = options.language;
    if (article.id.empty()) article.id = article.url.empty() ? id_of_content(article) : article.url;
    return {};
}

}  // namespace broadsheet
