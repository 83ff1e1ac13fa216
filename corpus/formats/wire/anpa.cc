// ANPA 1312, which American agencies sent.
#include "corpus/dates.h"
#include "corpus/formats/wire/message.h"
#include "corpus/formats/wire/wire.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "schema/date.h"

namespace broadsheet {

namespace {

std::string_view section_of(char category) {
    switch (category) {
        case 'a':
            return "national";
        case 'e':
            return "entertainment";
        case 'f':
            return "business";
        case 'i':
            return "international";
        case 'l':
            return "lifestyle";
        case 'q':
        case 's':
            return "sport";
        case 'p':
        case 'w':
            return "politics";
        default:
            return {};
    }
}

struct Line {
    std::string text;
    bool head = false;       // begins with a caret
    bool paragraph = false;  // begins with a tab
};

// Carets, typographic marks and control characters of the wire.
Line read_line(std::string_view raw) {
    Line line;
    const std::size_t begin = raw.find_first_not_of(" \x02");
    if (begin != std::string_view::npos) raw.remove_prefix(begin);
    line.paragraph = raw.starts_with('\t');
    std::string_view text = wire_trimmed(raw);
    line.head = text.starts_with('^');
    while (text.ends_with('<') || text.ends_with('=') || text.ends_with(' '))
        text.remove_suffix(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("``") || rest.starts_with("''")) {
            line.text += rest.front() == '`' ? "\u201c" : "\u201d";
            ++i;
        } else if (rest.starts_with(" _ ")) {
            line.text += " \u2014";
            ++i;
        } else if (text[i] == '`') {
            line.text += "\u2018";
        } else if (text[i] == '^' || static_cast<unsigned char>(text[i]) < 0x20) {
            line.text += ' ';
        } else {
            line.text += text[i];
        }
    }
    line.text = normalise_line(line.text);
    // A rule is no text.
    if (line.text.find_first_not_of("_- ") == std::string::npos) line.text.clear();
    return line;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "AP-WF-11-13-13 1509GMT"
std::optional<Seconds> date_of_sign_off(std::string_view line) {
    constexpr std::string_view pattern = "00-00-00 0000GMT";
    if (line.size() < pattern.size()) return std::nullopt;
    const std::string_view end = line.substr(line.size() - pattern.size());
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '0' ? !is_digit(end[i]) : end[i] != pattern[i]) return std::nullopt;
    }
    const std::string text(end);
    return parse_date("20" + text.substr(6, 2) + "-" + text.substr(0, 2) + "-" + text.substr(3, 2) + " " +
                      text.substr(9, 2) + ":" + text.substr(11, 2) + " GMT");
}

bool is_note(std::string_view text) {
    return text.starts_with("AP Photo") || text.starts_with("Eds:") || text.starts_with("AP Video") ||
           text.starts_with("With AP ") || text.starts_with("*") || text.starts_with("EDITOR");
}

// "BC-LT--Argentina-Cancer Beauty,466" to the slug without its number of words.
std::string_view slug_of(std::string_view line) {
    const std::size_t comma = line.rfind(',');
    const bool counted =
        comma != std::string_view::npos && comma + 1 < line.size() &&
        std::all_of(line.begin() + static_cast<std::ptrdiff_t>(comma) + 1, line.end(), is_digit);
    std::string_view slug = counted ? line.substr(0, comma) : line;
    while (slug.ends_with(','))
        slug.remove_suffix(1);
    return slug;
}

void add_body(const std::vector<Line>& lines, std::size_t begin, Article& article) {
    for (std::size_t i = begin; i < lines.size(); ++i) {
        if (lines[i].text.empty()) continue;
        const bool joined = !lines[i].paragraph && !lines[i].head && !article.body.empty() && i > begin &&
                            !lines[i - 1].text.empty();
        if (!article.body.empty()) article.body += joined ? " " : "\n\n";
        article.body += lines[i].text;
    }
}

// Up to the first paragraph: slug, headline, notes, byline and the author's job. Returns where the text
// begins.
std::size_t read_head(const std::vector<Line>& lines, Article& article) {
    std::size_t first = 0;
    while (first < lines.size() && !lines[first].paragraph)
        ++first;
    std::string slug;
    std::size_t titled = 0;
    for (std::size_t i = 0; i < first; ++i) {
        const std::string& text = lines[i].text;
        if (text.empty() || is_note(text)) continue;
        if (begins_byline(text)) {
            if (article.authors.empty()) article.authors = split_authors(text);
        } else if (slug.empty()) {
            slug = slug_of(text);
        } else if (article.title.empty()) {
            article.title = text;
            titled = i + 1;
        }
    }
    if (article.title.empty()) article.title = slug;
    return first < lines.size() ? first : titled;
}

}  // namespace

Article read_anpa(std::string_view message) {
    Article article;
    const std::string_view head = wire_part(message, '\x01', '\x02');
    const std::string_view text = wire_part(message, '\x02', '\x04');
    std::vector<Line> lines;
    for (const std::string_view raw : wire_lines(text))
        lines.push_back(read_line(raw));
    while (!lines.empty() && lines.back().text.empty())
        lines.pop_back();
    const std::string number(wire_trimmed(head.substr(0, head.find('\x1f'))));
    if (!lines.empty()) {
        if (article.date = date_of_sign_off(lines.back().text); article.date) {
            const bool ap = lines.back().text.starts_with("AP-");
            if (ap) article.source = "Associated Press";
            article.id = normalise_line((ap ? "ap-" : "wire-") + number + "-" + iso_day(*article.date));
            lines.pop_back();
        }
    }
    // The second line: version and category, "f l".
    const std::vector<std::string_view> head_lines = wire_lines(head);
    if (head_lines.size() > 1) {
        const std::vector<std::string_view> words = wire_words(head_lines[1]);
        if (words.size() > 1 && !words[1].empty()) article.section = section_of(words[1].front());
    }
    add_body(lines, read_head(lines, article), article);
    if (article.source.empty() && article.body.find("(AP)") != std::string::npos)
        article.source = "Associated Press";
    article.language = "en";
    return article;
}

}  // namespace broadsheet
