#include "corpus/formats/reuters.h"

#include <algorithm>

#include "corpus/charset.h"
#include "corpus/dates.h"
#include "corpus/formats/reuters_names.h"
#include "corpus/formats/sgml.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/records.h"
#include "corpus/references.h"

namespace broadsheet {

namespace {

constexpr std::string_view begin_tag = "<REUTERS";
constexpr std::string_view end_tag = "</REUTERS>";

// Up to and with the end tag.
std::size_t end_of_element(std::string_view bytes, std::size_t seen) {
    const std::size_t from = seen < end_tag.size() ? 0 : seen - end_tag.size() + 1;
    const std::size_t found = bytes.find(end_tag, from);
    return found == std::string_view::npos ? not_yet : found + end_tag.size();
}

std::vector<std::string> codes_in(std::string_view list, std::string (*spell)(std::string_view)) {
    constexpr std::string_view open = "<D>";
    std::vector<std::string> names;
    for (std::size_t at = list.find(open); at != std::string_view::npos; at = list.find(open)) {
        list.remove_prefix(at + open.size());
        const std::size_t end = list.find("</D>");
        if (end == std::string_view::npos) break;
        add_name(names, spell(normalise_line(without_references(list.substr(0, end)))));
    }
    return names;
}

std::string as_it_is(std::string_view code) {
    return std::string(code);
}

std::string one_line(std::string_view sgml) {
    return normalise_line(without_references(sgml));
}

// Cuts white space and control characters, which end every text of the collection.
std::string_view trimmed(std::string_view text) {
    const auto empty = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; };
    while (!text.empty() && empty(text.back()))
        text.remove_suffix(1);
    return text;
}

// The last word is the agency's sign-off when it stands alone on its line, or in capitals.
std::string_view without_sign_off(std::string_view text) {
    text = trimmed(text);
    std::string_view left = text;
    while (left.ends_with('.') || left.ends_with("^M"))
        left.remove_suffix(left.ends_with('.') ? 1 : 2);
    for (const std::string_view word : {"Reuter", "REUTER", "reuter", "Reuters", "REUTERS"}) {
        if (!left.ends_with(word)) continue;
        const std::string_view before = left.substr(0, left.size() - word.size());
        const std::size_t line = before.find_last_not_of(" \t");
        const bool alone = line == std::string_view::npos || before[line] == '\n' || before[line] == '\r';
        const bool separate = before.empty() || before.back() == ' ' || alone;
        if (alone || (separate && word == "REUTER")) return trimmed(before);
    }
    return text;
}

// The filler of items that have a headline only.
bool is_filler(std::string_view text) {
    return text == "Blah blah blah." || text == "blah blah blah.";
}

std::string_view without_leading_blanks(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t\r\n\x02"), text.size()));
}

void read_text(std::string_view text, Article& article) {
    const std::string_view title = sgml_element(text, "TITLE");
    article.title = one_line(title);
    article.authors = split_authors(one_line(sgml_element(text, "AUTHOR")));
    // The dateline belongs to the first paragraph, however that is indented.
    const std::string dateline = without_references(sgml_element(text, "DATELINE"));
    if (const std::string_view body = sgml_element(text, "BODY"); !body.empty()) {
        const std::string plain = without_references(body);
        const std::string whole = dateline + std::string(without_leading_blanks(plain));
        article.body = normalise_body(without_sign_off(whole), Paragraphs::indented);
        return;
    }
    // Not marked up: the text after the other elements. Its first line is the headline when none is marked up
    // either.
    std::string_view rest = text;
    for (const std::string_view tag : {"</TITLE>", "</AUTHOR>", "</DATELINE>"}) {
        if (const std::size_t at = rest.find(tag); at != std::string_view::npos)
            rest.remove_prefix(at + tag.size());
    }
    const std::string plain = without_references(rest);
    std::string_view lines = without_leading_blanks(plain);
    if (title.data() == nullptr) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        article.title = normalise_line(lines.substr(0, end));
        lines.remove_prefix(end);
    }
    article.body = normalise_body(dateline + std::string(without_sign_off(lines)), Paragraphs::indented);
    if (is_filler(article.body)) article.body.clear();
}

// Control characters and codes of the wire may follow the date; where the time is garbled, the day stands.
std::optional<Seconds> read_date(std::string_view text) {
    text = without_leading_blanks(text);
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    text = text.substr(
        0, static_cast<std::size_t>(std::find_if(text.begin(), text.end(), control) - text.begin()));
    const std::optional<Seconds> date = parse_date(text);
    return date ? date : parse_date(text.substr(0, text.find(' ')));
}

Article read_element(std::string_view original) {
    std::string storage;
    const std::string_view sgml = as_utf8(original, storage);
    const std::string_view attributes = sgml.substr(0, sgml.find('>'));
    Article article;
    const std::string id = normalise_line(sgml_attribute(attributes, "NEWID"));
    if (!id.empty()) article.id = "reuters-" + id;
    article.date = read_date(without_references(sgml_element(sgml, "DATE")));
    article.source =
        one_line(sgml_element(sgml, "SOURCE"));  // not in the collection; for wires in its format
    if (article.source.empty()) article.source = "Reuters";
    article.language = "en";
    article.tags = codes_in(sgml_element(sgml, "TOPICS"), as_it_is);
    article.places = codes_in(sgml_element(sgml, "PLACES"), reuters_place);
    article.people = codes_in(sgml_element(sgml, "PEOPLE"), reuters_person);
    article.organisations = codes_in(sgml_element(sgml, "ORGS"), reuters_organisation);
    read_text(sgml_element(sgml, "TEXT"), article);
    // One item of the collection was sent empty. It has a number, a date and so a place in the collection.
    if (article.title.empty() && article.body.empty() && !id.empty()) article.title = "Reuters item " + id;
    article.original = original;
    article.media_type = "application/sgml";
    return article;
}

class ReutersFormat : public Format {
public:
    explicit ReutersFormat(const ReadOptions& options) : largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        number_ = 0;
        for (;;) {
            const Record record = next_record(input, largest_, end_of_element);
            if (record.state == RecordState::too_large) {
                if (!sink.problem(++number_, too_large(largest_))) return false;
                continue;
            }
            if (record.state != RecordState::whole) return rest(record.bytes, input, sink);
            if (!elements(record.bytes, sink)) return false;
            input.consume(record.bytes.size());
        }
    }

private:
    // What ends with an end tag. Begin tags without an end before the last one must not take it with them.
    bool elements(std::string_view bytes, RecordSink& sink) {
        std::size_t begin = bytes.find(begin_tag);
        if (begin == std::string_view::npos) return true;
        for (std::size_t next = 0; (next = bytes.find(begin_tag, begin + 1)) != std::string_view::npos;
             begin = next) {
            if (!sink.problem(++number_, "broken SGML: no </REUTERS>")) return false;
        }
        ++number_;
        return sink.article(number_, read_element(bytes.substr(begin)));
    }

    // What follows the last end tag.
    bool rest(std::string_view bytes, const Input& input, RecordSink& sink) {
        if (!input.failure().empty()) return true;
        for (std::size_t at = bytes.find(begin_tag); at != std::string_view::npos;
             at = bytes.find(begin_tag, at + 1)) {
            if (!sink.problem(++number_, "broken SGML: no </REUTERS>")) return false;
        }
        return number_ != 0 || sink.problem(0, "no <REUTERS> element in it");
    }

    std::uint64_t number_ = 0;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_reuters_format(const ReadOptions& options) {
    return std::make_unique<ReutersFormat>(options);
}

}  // namespace broadsheet
