#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "corpus/ascii.h"
#include "corpus/dates.h"
#include "corpus/html/fragment.h"
#include "corpus/html/metadata.h"
#include "corpus/html/people.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

using Names = std::span<const std::string_view>;

// In lower case, the best first.
constexpr std::array<std::string_view, 9> title_names{"og:title",      "twitter:title",       "headline",
                                                      "parsely-title", "sailthru.title",      "dc.title",
                                                      "dcterms.title", "weibo:article:title", "title"};
constexpr std::array<std::string_view, 24> date_names{"article:published_time",
                                                      "datepublished",
                                                      "parsely-pub-date",
                                                      "article:published",
                                                      "og:published_time",
                                                      "og:article:published_time",
                                                      "rnews:datepublished",
                                                      "dcterms.created",
                                                      "dcterms.issued",
                                                      "dc.date.issued",
                                                      "dc.date.created",
                                                      "sailthru.date",
                                                      "cxenseparse:recs:publishtime",
                                                      "pubdate",
                                                      "publishdate",
                                                      "publish_date",
                                                      "publication_date",
                                                      "originalpublicationdate",
                                                      "displaydate",
                                                      "ptime",
                                                      "article_date_original",
                                                      "dc.date",
                                                      "dcterms.date",
                                                      "date"};
constexpr std::array<std::string_view, 12> author_names{
    "dc.creator", "dcterm.creator",    "dcterms.creator", "parsely-author", "sailthru.author",
    "byl",        "dc.creator.name",   "author",          "article:author", "og:article:author",
    "authors",    "cxenseparse:author"};
constexpr std::array<std::string_view, 4> source_names{"og:site_name", "application-name", "dc.publisher",
                                                       "cre"};
constexpr std::array<std::string_view, 5> section_names{"article:section", "section", "parsely-section",
                                                        "og:section", "cxenseparse:section"};
constexpr std::array<std::string_view, 2> list_names{"news_keywords", "keywords"};
constexpr std::array<std::string_view, 2> url_names{"og:url", "parsely-link"};
constexpr std::array<std::string_view, 3> language_names{"og:locale", "content-language", "dc.language"};

struct Meta {
    std::string name;  // in lower case; several, with blanks between, count each
    std::string_view content;
};

// Dublin Core's names come with a dot or a colon.
std::string with_dots(std::string names) {
    for (const std::string_view prefix : {"dc:", "dcterm:", "dcterms:"}) {
        for (std::size_t at = names.find(prefix); at != std::string::npos; at = names.find(prefix, at + 1))
            names[at + prefix.size() - 1] = '.';
    }
    return names;
}

class Metas {
public:
    explicit Metas(const HtmlDocument& document) {
        constexpr std::size_t most = 1000;
        for (NodeId node = 0; node < document.size() && metas_.size() < most; ++node) {
            if (document.tag(node) != GUMBO_TAG_META) continue;
            const std::string_view content = document.attribute(node, "content");
            if (content.empty()) continue;
            std::string names;
            for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"})
                names += with_dots(ascii_lower(document.attribute(node, key))) + ' ';
            metas_.push_back({' ' + names, content});
        }
    }

    // What the elements of the best of these names say that is there.
    std::vector<std::string> all(Names names) const {
        std::vector<std::string> contents;
        for (const std::string_view name : names) {
            const std::string wanted = ' ' + std::string(name) + ' ';
            for (const Meta& meta : metas_) {
                if (meta.name.find(wanted) == std::string::npos) continue;
                std::string content = line_of_html(meta.content);
                if (!content.empty()) contents.push_back(std::move(content));
            }
            if (!contents.empty()) break;
        }
        return contents;
    }

    std::string first(Names names) const {
        const std::vector<std::string> contents = all(names);
        return contents.empty() ? std::string{} : contents.front();
    }

    // The first that says a date.
    std::optional<std::int64_t> date(Names names) const {
        for (const std::string_view& name : names) {
            for (const std::string& content : all(Names(&name, 1))) {
                if (const auto date = parse_date(content)) return date;
            }
        }
        return std::nullopt;
    }

    // The first that says a person.
    std::vector<std::string> people(Names names) const {
        for (const std::string_view& name : names) {
            std::vector<std::string> people;
            for (const std::string& content : all(Names(&name, 1)))
                add_people(people, content);
            if (!people.empty()) return people;
        }
        return {};
    }

private:
    std::vector<Meta> metas_;
};

std::string canonical_url(const HtmlDocument& document) {
    for (NodeId node = 0; node < document.size(); ++node) {
        if (document.tag(node) == GUMBO_TAG_LINK &&
            ascii_lower(document.attribute(node, "rel")) == "canonical")
            return normalise_line(document.attribute(node, "href"));
    }
    return {};
}

bool is_absolute(const std::string& url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace

PageMetadata read_meta_elements(const HtmlDocument& document) {
    const Metas metas(document);
    PageMetadata metadata;
    metadata.title = metas.first(title_names);
    metadata.url = canonical_url(document);
    if (!is_absolute(metadata.url)) metadata.url = metas.first(url_names);
    if (!is_absolute(metadata.url)) metadata.url.clear();
    metadata.date = metas.date(date_names);
    metadata.source = metas.first(source_names);
    metadata.section = metas.first(section_names);
    if (is_absolute(metadata.section)) metadata.section.clear();
    metadata.authors = metas.people(author_names);
    constexpr std::array<std::string_view, 1> tag_name{"article:tag"};
    for (const std::string& tag : metas.all(tag_name)) {
        for (const std::string& name : split_list(tag))
            add_name(metadata.tags, name);
    }
    if (metadata.tags.empty()) metadata.tags = split_list(metas.first(list_names));
    metadata.language = language_code(document.attribute(0, "lang"));
    if (metadata.language.empty()) metadata.language = language_code(metas.first(language_names));
    return metadata;
}

}  // namespace broadsheet
