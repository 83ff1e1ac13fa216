// What a page says of itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/document.h"

namespace broadsheet {

// Whatever is not known is empty. Lines are normalised.
struct PageMetadata {
    std::string title;
    std::string url;  // absolute
    std::optional<std::int64_t> date;
    std::string source;  // the site's name
    std::string language;
    std::string section;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    std::string body;  // the whole text, where the page holds it beside what it shows
};

// Takes from `more` what is still unknown.
void complete_with(PageMetadata& metadata, PageMetadata more);

// <meta> elements: OpenGraph, Dublin Core, Parse.ly, Sailthru and the like; <link rel=canonical>, <html
// lang>.
PageMetadata read_meta_elements(const HtmlDocument& document);

// <meta name="parsely-page">: what a page tells Parse.ly of itself as one JSON object.
PageMetadata read_parsely_page(const HtmlDocument& document);

// Attributes of the first item that is an article of schema.org's.
PageMetadata read_microdata(const HtmlDocument& document);

// What readers see: <time>, elements that are called a date or a byline; and the day in an address.
PageMetadata read_byline(const HtmlDocument& document, std::string_view url);

}  // namespace broadsheet
