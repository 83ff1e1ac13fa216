#include "searcher/render/atom.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ostream>

#include "schema/analysis/utf8.h"
#include "schema/date.h"
#include "schema/terms.h"
#include "searcher/render/markup.h"

namespace broadsheet {

namespace {

bool is_allowed(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) ||
           (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
}

bool is_web_address(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

// What an IRI allows as it is; everything else as %XX.
std::string percent_encoded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain) {
            result += c;
        } else {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return result;
}

std::string element(std::string_view name, std::string_view text) {
    return fmt::format("<{}>{}</{}>\n", name, xml_escaped(text), name);
}

// An entry has to have a moment, and an article need not.
std::string moment(const std::optional<std::int64_t>& date) {
    return iso_8601(date.value_or(0));
}

void print_entry(const Hit& hit, std::ostream& out) {
    const Article& article = hit.article;
    out << "<entry>\n"
        << element("id", "urn:broadsheet:article:" + percent_encoded(article.id))
        << element("title", article.title.empty() ? "(no title)" : article.title)
        << element("updated", moment(article.date));
    if (article.date) out << element("published", moment(article.date));
    if (is_web_address(article.url)) out << "<link href=\"" << xml_escaped(article.url) << "\"/>\n";
    const std::string by = article.source.empty() ? "unknown" : article.source;
    if (article.authors.empty()) out << "<author>" << element("name", by) << "</author>\n";
    for (const std::string& author : article.authors)
        out << "<author>" << element("name", author) << "</author>\n";
    for (const std::string& tag : article.tags)
        out << "<category term=\"" << xml_escaped(tag) << "\"/>\n";
    // The snippet is HTML, and as text of the feed it is escaped once more.
    out << "<summary type=\"html\">" << xml_escaped(html_marked(hit.snippet)) << "</summary>\n</entry>\n";
}

}  // namespace

std::string xml_escaped(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const Scalar scalar = scalar_at(text, at);
        if (!scalar.is_valid) {
            clean += "\xef\xbf\xbd";
        } else if (is_allowed(scalar.value)) {
            clean += text.substr(at, scalar.size);
        }
        at += scalar.size;
    }
    return html_escaped(clean);
}

void print_atom(const SearchResponse& response, std::ostream& out) {
    std::optional<std::int64_t> newest;
    for (const Hit& hit : response.hits) {
        if (hit.article.date) newest = std::max(newest.value_or(*hit.article.date), *hit.article.date);
    }
    const std::string title = response.query.empty() ? "all articles" : response.query;
    out << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        << "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
           "xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
        << element("title", title)
        << element("id", "urn:broadsheet:search:" + percent_encoded(response.query))
        << element("updated", moment(newest)) << element("generator", "Broadsheet")
        << element("opensearch:totalResults", std::to_string(response.total));
    for (const Hit& hit : response.hits)
        print_entry(hit, out);
    out << "</feed>\n";
}

}  // namespace broadsheet
