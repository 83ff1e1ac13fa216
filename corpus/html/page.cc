#include "corpus/html/page.h"

#include <array>
#include <utility>

#include "corpus/charset.h"
#include "corpus/html/date_line.h"
#include "corpus/html/document.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/main_text.h"
#include "corpus/html/metadata.h"
#include "corpus/html/people.h"
#include "corpus/html/said_text.h"
#include "corpus/html/titles.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

// What is said for machines comes first, what is written for readers last.
PageMetadata metadata_of(const HtmlDocument& document, const std::string& url) {
    std::array<PageMetadata, 3> parts{read_json_ld(document), read_microdata(document),
                                      read_meta_elements(document)};
    if (parts.back().url.empty()) parts.back().url = url;
    PageMetadata metadata;
    for (const PageMetadata& part : parts) {
        if (metadata.source.empty()) metadata.source = part.source;
    }
    const std::string address = parts.back().url;
    const auto add = [&](PageMetadata part) {
        remove_site(part.authors, metadata.source, address);
        complete_with(metadata, std::move(part));
    };
    for (PageMetadata& part : parts)
        add(std::move(part));
    add(read_parsely_page(document));
    add(read_byline(document, address));
    return metadata;
}

// The line that says when is printed above the text, and is no part of it.
std::string without_date_above(std::string body) {
    const std::size_t end = body.find("\n\n");
    if (end <= longest_date_line && day_in(body.substr(0, end))) body.erase(0, end + 2);
    return body;
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
    const std::optional<HtmlDocument> document =
        HtmlDocument::parse(as_utf8(page.bytes, storage, declared), problem);
    if (!document) return std::nullopt;
    PageMetadata metadata = metadata_of(*document, normalise_line(as_utf8(page.url, storage)));
    Article article;
    article.title = title_of(*document, metadata);
    article.url = std::move(metadata.url);
    article.date = metadata.date;
    article.source = std::move(metadata.source);
    article.language = std::move(metadata.language);
    article.section = std::move(metadata.section);
    article.authors = std::move(metadata.authors);
    article.tags = std::move(metadata.tags);
    article.body =
        without_date_above(reconciled_text(*document, main_text(*document, article.title), metadata.body));
    if (article.body.empty()) {
        problem = "a page without text";
        return std::nullopt;
    }
    return article;
}

}  // namespace broadsheet
