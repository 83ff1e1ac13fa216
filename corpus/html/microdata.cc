#include <string>
#include <string_view>

#include "corpus/dates.h"
#include "corpus/html/metadata.h"
#include "corpus/html/people.h"
#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

bool is_article(std::string_view type) {
    return type.find("schema.org/") != std::string_view::npos &&
           (type.find("Article") != std::string_view::npos ||
            type.find("BlogPosting") != std::string_view::npos);
}

std::string value_of(const HtmlDocument& document, NodeId node) {
    for (const std::string_view name : {"content", "datetime"}) {
        if (document.has_attribute(node, name)) return normalise_line(document.attribute(node, name));
    }
    return document.line(node);
}

// Of an item within another one its name.
std::string name_of(const HtmlDocument& document, NodeId node) {
    for (NodeId at = node + 1; at < document.end(node); ++at) {
        if (has_word(document.attribute(at, "itemprop"), "name")) return value_of(document, at);
    }
    return value_of(document, node);
}

}  // namespace

PageMetadata read_microdata(const HtmlDocument& document) {
    PageMetadata metadata;
    NodeId article = 0;
    while (article < document.size() && !is_article(document.attribute(article, "itemtype")))
        ++article;
    if (article == document.size()) return metadata;
    for (NodeId node = article + 1; node < document.end(article);) {
        const std::string_view property = document.attribute(node, "itemprop");
        const bool item = document.has_attribute(node, "itemscope");
        const auto is = [&](std::string_view name) { return has_word(property, name); };
        if (is("headline") && metadata.title.empty()) metadata.title = value_of(document, node);
        if (is("datePublished") && !metadata.date) metadata.date = parse_date(value_of(document, node));
        if (is("author") || is("creator")) add_people(metadata.authors, name_of(document, node));
        if (is("articleSection") && metadata.section.empty()) metadata.section = value_of(document, node);
        if (is("publisher") && metadata.source.empty()) metadata.source = name_of(document, node);
        if (is("keywords") && metadata.tags.empty()) metadata.tags = split_list(value_of(document, node));
        node = item ? document.end(node) : node + 1;
    }
    return metadata;
}

}  // namespace broadsheet
