// IPTC 7901, which European agencies send.
#include "corpus/dates.h"
#include "corpus/formats/wire/message.h"
#include "corpus/formats/wire/wire.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "schema/date.h"

namespace broadsheet {

namespace {

std::string_view section_of(std::string_view category) {
    if (category == "e") return "economy";
    if (category == "f") return "finance";
    if (category == "i") return "international";
    if (category == "s") return "sport";
    return {};
}

// "1ST LEAD", "REFILE": what the message is, and no part of the headline.
bool is_label(std::string_view line) {
    constexpr std::size_t longest = 24;
    const bool small = std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !small && line.size() <= longest;
}

// "131137 GMT Nov 13": day, hour and minute, then month and year.
std::optional<Seconds> date_of(std::string_view text) {
    for (const std::string_view line : wire_lines(text)) {
        const std::vector<std::string_view> words = wire_words(wire_trimmed(line));
        if ((words.size() != 3 && words.size() != 4) || words[0].size() != 6) continue;
        const std::string digits(words[0]);
        std::string spelling = digits.substr(0, 2) + " " + std::string(words[words.size() - 2]) + " 20" +
                               std::string(words.back()) + " " + digits.substr(2, 2) + ":" + digits.substr(4);
        if (words.size() == 4) spelling += " " + std::string(words[1]);
        return parse_date(spelling);
    }
    return std::nullopt;
}

// The head of the text goes up to the line that ends with an equals sign, where there is one.
std::size_t read_head(const std::vector<std::string_view>& lines, Article& article) {
    constexpr std::size_t most_lines = 12;
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), most_lines) && end == 0; ++i) {
        if (wire_trimmed(lines[i]).ends_with('=')) end = i + 1;
    }
    if (end == 0) end = std::min<std::size_t>(1, lines.size());
    std::string byline;
    std::string label;
    for (std::size_t i = 0; i < end; ++i) {
        std::string_view line = wire_trimmed(lines[i]);
        while (line.ends_with('=') || line.ends_with(' '))
            line.remove_suffix(1);
        if (line.empty()) continue;
        if (begins_byline(line)) {
            byline = line;
        } else if (is_label(line)) {
            label = line;
        } else {
            article.title += (article.title.empty() ? "" : " ") + std::string(line);
        }
    }
    article.title = normalise_line(article.title.empty() ? label : article.title);
    article.authors = split_authors(normalise_line(byline));
    return end;
}

}  // namespace

Article read_iptc7901(std::string_view message) {
    Article article;
    const std::string_view head = wire_part(message, '\x01', '\x02');
    const std::string_view text = wire_part(message, '\x02', '\x03');
    const std::vector<std::string_view> head_lines = wire_lines(head);
    const std::vector<std::string_view> words =
        head_lines.empty() ? std::vector<std::string_view>{} : wire_words(head_lines.front());
    // "eca062 4 i 211 ccccb   dpa 061"
    if (words.size() >= 3) article.section = section_of(words[2]);
    if (words.size() >= 5) article.source = normalise_line(words[words.size() - 2]);
    for (std::size_t i = 1; i < head_lines.size(); ++i) {
        std::string_view keywords = head_lines[i];
        while (!keywords.empty()) {
            const std::size_t slash = std::min(keywords.find('/'), keywords.size());
            add_name(article.tags, keywords.substr(0, slash));
            keywords.remove_prefix(std::min(slash + 1, keywords.size()));
        }
    }
    article.date = date_of(wire_part(message, '\x03', '\x04'));
    const std::vector<std::string_view> lines = wire_lines(text);
    const std::size_t begin = read_head(lines, article);
    std::string body;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        body += lines[i];
        body += '\n';
    }
    article.body = normalise_body(body);
    if (!words.empty() && article.date && !article.source.empty())
        article.id =
            normalise_line(article.source + "-" + std::string(words[0]) + "-" + iso_day(*article.date));
    return article;
}

}  // namespace broadsheet
