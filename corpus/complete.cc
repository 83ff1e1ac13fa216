#include "corpus/complete.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "corpus/names.h"

namespace broadsheet {

namespace {

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

}  // namespace

std::string complete(Article& article, const ReadOptions& options) {
    if (article.title.empty() && article.body.empty()) return "no title and no text";
    if (article.source.empty()) article.source = options.source;
    if (article.source.empty()) article.source = domain_of(article.url);
    if (article.language.empty()) article.language = options.language;
    if (article.id.empty()) article.id = article.url.empty() ? id_of_content(article) : article.url;
    return {};
}

}  // namespace broadsheet
