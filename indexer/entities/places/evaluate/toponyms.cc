#include "indexer/entities/places/evaluate/toponyms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet::entities::places {
namespace {

// What stands between <name ...> and </name>, the first from `at` on, which moves beyond it. Nothing where
// there is none.
std::string_view element(std::string_view xml, std::string_view name, std::size_t& at) {
    const std::string open = "<" + std::string(name);
    for (;;) {
        at = xml.find(open, at);
        if (at == std::string_view::npos) return {};
        at += open.size();
        if (at < xml.size() && (xml[at] == '>' || xml[at] == ' ')) break;
    }
    const std::size_t begin = xml.find('>', at);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = xml.find("</" + std::string(name) + ">", begin);
    if (end == std::string_view::npos) return {};
    at = end;
    return xml.substr(begin + 1, end - begin - 1);
}
std::string_view element(std::string_view xml, std::string_view name) {
    std::size_t at = 0;
    return element(xml, name, at);
}

template <class Number>
Number number_of(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw Error(ErrorCode::bad_source, "not a number in the marked articles: " + std::string(text));
    return value;
}

// The number in name="..." of the first such element.
std::uint32_t id_of(std::string_view xml, std::string_view element_name) {
    const std::string open = "<" + std::string(element_name) + " geonameid=\"";
    const std::size_t at = xml.find(open);
    if (at == std::string_view::npos) return 0;
    const std::string_view rest = xml.substr(at + open.size());
    const std::string_view digits = rest.substr(0, rest.find('"'));
    return digits.empty() ? 0 : number_of<std::uint32_t>(digits);
}

std::string plain_text(std::string_view xml) {
    constexpr std::string_view open = "<![CDATA[";
    if (xml.starts_with(open) && xml.ends_with("]]>"))
        return std::string(xml.substr(open.size(), xml.size() - open.size() - 3));
    constexpr std::array<std::pair<std::string_view, char>, 5> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    std::string text;
    while (!xml.empty()) {
        const auto entity = std::find_if(entities.begin(), entities.end(),
                                         [&](const auto& it) { return xml.starts_with(it.first); });
        text += entity == entities.end() ? xml.front() : entity->second;
        xml.remove_prefix(entity == entities.end() ? 1 : entity->first.size());
    }
    return text;
}

// Where each character begins, and the end.
std::vector<std::uint32_t> character_begins(std::string_view text) {
    std::vector<std::uint32_t> begins;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
            begins.push_back(static_cast<std::uint32_t>(i));
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    return begins;
}

LocatedArticle article_of(std::string_view xml) {
    LocatedArticle article;
    article.source = element(xml, "domain");
    article.text = plain_text(element(xml, "text"));
    const auto begins = character_begins(article.text);
    std::size_t at = 0;
    for (;;) {
        const std::string_view marked = element(xml, "toponym", at);
        if (marked.empty()) break;
        const auto begin = number_of<std::size_t>(element(marked, "start"));
        const auto end = number_of<std::size_t>(element(marked, "end"));
        if (begin >= end || end >= begins.size()) continue;
        Toponym toponym{begins[begin], begins[end], false, 0, 0, 0, 0};
        const std::string_view latitude = element(marked, "lat");
        if (!latitude.empty()) {
            toponym.located = true;
            toponym.latitude = number_of<double>(latitude);
            toponym.longitude = number_of<double>(element(marked, "lon"));
            toponym.geonames_id = id_of(marked, "gaztag");
            toponym.country_id = id_of(marked, "country");
        }
        article.toponyms.push_back(toponym);
    }
    auto& marked = article.toponyms;
    std::sort(marked.begin(), marked.end(),
              [](const Toponym& a, const Toponym& b) { return a.begin < b.begin; });
    marked.erase(std::unique(marked.begin(), marked.end(),
                             [](const Toponym& a, const Toponym& b) { return b.begin < a.end; }),
                 marked.end());
    return article;
}

}  // namespace

std::vector<LocatedArticle> read_located_articles(const std::filesystem::path& file) {
    const std::string xml = read_file(file);
    std::vector<LocatedArticle> articles;
    std::size_t at = 0;
    for (;;) {
        const std::string_view article = element(xml, "article", at);
        if (article.empty()) break;
        articles.push_back(article_of(article));
    }
    if (articles.empty()) throw Error(ErrorCode::bad_source, file.string() + " holds no marked articles");
    return articles;
}

}  // namespace broadsheet::entities::places
