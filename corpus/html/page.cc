#include "corpus/html/page.h"

#include <algorithm>
#include <array>

#include "corpus/charset.h"
#include "corpus/dates.h"
#include "corpus/html/fragment.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/xml/blocks.h"
#include "corpus/xml/tree.h"

namespace broadsheet {

namespace {

// The content of the first <meta> whose name or property is one of those, the best name first.
template <std::size_t N>
std::string meta(const std::vector<XmlNode>& metas, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : names) {
        for (const XmlNode element : metas) {
            if (element.attribute("property") != name && element.attribute("name") != name &&
                element.attribute("itemprop") != name)
                continue;
            std::string content = normalise_line(element.attribute("content"));
            if (!content.empty()) return content;
        }
    }
    return {};
}

constexpr std::array<std::string_view, 2> title_names{"og:title", "twitter:title"};
constexpr std::array<std::string_view, 7> date_names{
    "article:published_time", "datePublished", "pubdate", "publishdate", "date", "dc.date", "DC.date.issued"};
constexpr std::array<std::string_view, 3> author_names{"author", "article:author", "dc.creator"};
constexpr std::array<std::string_view, 1> site_names{"og:site_name"};
constexpr std::array<std::string_view, 2> section_names{"article:section", "section"};
constexpr std::array<std::string_view, 2> tag_names{"keywords", "news_keywords"};
constexpr std::array<std::string_view, 1> url_names{"og:url"};

std::string canonical_url(XmlNode root) {
    for (const XmlNode link : root.all("link")) {
        if (link.attribute("rel") == "canonical") return normalise_line(link.attribute("href"));
    }
    return {};
}

bool is_around_the_text(XmlNode element) {
    const std::string_view name = element.name();
    return name == "header" || name == "footer" || name == "aside" || name == "title" || is_no_text(element);
}

// The element that holds the text: <article> or <main> where there is exactly one, else the body.
XmlNode text_element(XmlNode root) {
    for (const std::string_view name : {"article", "main"}) {
        const std::vector<XmlNode> found = root.all(name, 2);
        if (found.size() == 1) return found.front();
    }
    const XmlNode body = root.first("body");
    return body ? body : root;
}

}  // namespace

std::optional<Article> read_page(const Page& page, std::string& problem) {
    if (page.bytes.size() > largest_page) {
        problem = "a page of more than " + std::to_string(largest_page >> 20) + " MB";
        return std::nullopt;
    }
    std::string storage;
    const std::string_view declared =
        page.charset.empty() ? declared_encoding(page.bytes) : std::string_view(page.charset);
    const std::optional<XmlTree> tree = XmlTree::of_html(as_utf8(page.bytes, storage, declared), problem);
    if (!tree) return std::nullopt;
    const XmlNode root = tree->root();
    const std::vector<XmlNode> metas = root.all("meta");
    Article article;
    article.title = line_of_html(meta(metas, title_names));
    if (article.title.empty()) article.title = root.first("h1").line();
    if (article.title.empty()) article.title = root.first("title").line();
    article.url = canonical_url(root);
    if (article.url.find("://") == std::string::npos) article.url = meta(metas, url_names);
    if (article.url.find("://") == std::string::npos)
        article.url = normalise_line(as_utf8(page.url, storage));
    article.date = parse_date(meta(metas, date_names));
    article.source = meta(metas, site_names);
    article.section = meta(metas, section_names);
    article.tags = split_list(meta(metas, tag_names));
    if (const std::string author = meta(metas, author_names); author.find("://") == std::string::npos)
        article.authors = split_authors(author);
    article.language = language_code(root.attribute("lang"));
    article.body = body_of(text_element(root), is_around_the_text);
    if (article.body.empty()) {
        problem = "a page without text";
        return std::nullopt;
    }
    return article;
}

}  // namespace broadsheet
