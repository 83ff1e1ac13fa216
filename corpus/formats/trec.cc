#include "corpus/formats/trec.h"

#include <algorithm>
#include <array>

#include "corpus/charset.h"
#include "corpus/dates.h"
#include "corpus/formats/identity.h"
#include "corpus/formats/sgml.h"
#include "corpus/html/fragment.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/records.h"
#include "corpus/references.h"

namespace broadsheet {

namespace {

constexpr std::string_view end_tag = "</DOC>";

std::size_t end_of_document(std::string_view bytes, std::size_t seen) {
    const std::size_t from = seen < end_tag.size() ? 0 : seen - end_tag.size() + 1;
    const std::size_t found = bytes.find(end_tag, from);
    return found == std::string_view::npos ? not_yet : found + end_tag.size();
}

// The collections by the begin of their DOCNOs, the longer before the shorter, and how a date follows.
enum class IdDate { none, yymmdd, mmddyy, yyyymmdd };
struct Collection {
    std::string_view prefix;
    std::string_view source;
    IdDate date;
};
constexpr std::array<Collection, 16> collections{{
    {"AFP_ENG_", "Agence France-Presse", IdDate::yyyymmdd},
    {"APW_ENG_", "Associated Press", IdDate::yyyymmdd},
    {"CNA_ENG_", "Central News Agency", IdDate::yyyymmdd},
    {"CNA", "Central News Agency", IdDate::yyyymmdd},
    {"LTW_ENG_", "Los Angeles Times/Washington Post", IdDate::yyyymmdd},
    {"NYT_ENG_", "New York Times", IdDate::yyyymmdd},
    {"XIN_ENG_", "Xinhua", IdDate::yyyymmdd},
    {"WPB_ENG_", "Washington Post/Bloomberg", IdDate::yyyymmdd},
    {"APW", "Associated Press", IdDate::yyyymmdd},
    {"NYT", "New York Times", IdDate::yyyymmdd},
    {"XIE", "Xinhua", IdDate::yyyymmdd},
    {"FBIS", "Foreign Broadcast Information Service", IdDate::none},
    {"WSJ", "Wall Street Journal", IdDate::yymmdd},
    {"AP", "Associated Press", IdDate::yymmdd},
    {"FT", "Financial Times", IdDate::none},
    {"LA", "Los Angeles Times", IdDate::mmddyy},
}};

const Collection* collection_of(std::string_view id) {
    const auto* const found =
        std::find_if(collections.begin(), collections.end(), [&](const Collection& row) {
            const std::string_view rest =
                id.starts_with(row.prefix) ? id.substr(row.prefix.size()) : std::string_view{};
            return !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
        });
    return found == collections.end() ? nullptr : found;
}

std::optional<Seconds> date_in_id(std::string_view id, const Collection& collection) {
    const std::string_view digits = id.substr(collection.prefix.size());
    if (collection.date == IdDate::yyyymmdd) return parse_date(digits.substr(0, 8));
    if (digits.size() < 6) return std::nullopt;
    const std::string six(digits.substr(0, 6));
    if (collection.date == IdDate::yymmdd) return parse_date("19" + six);
    if (collection.date == IdDate::mmddyy) return parse_date("19" + six.substr(4) + six.substr(0, 4));
    return std::nullopt;
}

std::string line_of(std::string_view sgml) {
    return normalise_line(without_references(without_tags(sgml)));
}

// The first element of one of the names that has text.
template <std::size_t N>
std::string first_line(std::string_view document, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : names) {
        if (std::string line = line_of(sgml_element(document, name)); !line.empty()) return line;
    }
    return {};
}

// The Financial Times writes "FT  14 MAY 91 / Headline", FBIS its headlines between tags of their own.
std::string title_of(std::string_view document) {
    constexpr std::array<std::string_view, 7> names{"HEADLINE", "HL", "TI", "TITLE", "HEAD", "H3", "SLUG"};
    std::string title = first_line(document, names);
    if (title.starts_with("FT ")) {
        const std::size_t slash = title.find(" / ");
        if (slash != std::string::npos && slash < 30) title.erase(0, slash + 3);
    }
    return title;
}

// "910514" is a date of the Financial Times; "January 1, 1989, Sunday, Home Edition" one of the Los Angeles
// Times.
std::optional<Seconds> date_of(std::string_view document) {
    constexpr std::array<std::string_view, 5> names{"DATE1", "DATE", "DD", "DATE_TIME", "PUBDATE"};
    const std::string text = first_line(document, names).substr(0, 100);
    if (text.size() == 6 &&
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return parse_date("19" + text);
    // Words behind the date do not spoil it.
    for (std::size_t end = text.size(); end != std::string::npos && end > 0; end = text.rfind(',', end - 1)) {
        if (const std::optional<Seconds> date = parse_date(text.substr(0, end))) return date;
    }
    return std::nullopt;
}

// "By JANE DOE" and "By JANE DOE, Times Staff Writer"
std::vector<std::string> authors_of(std::string_view document) {
    constexpr std::array<std::string_view, 3> names{"BYLINE", "AUTHOR", "AU"};
    return split_authors(first_line(document, names));
}

std::string body_of_text(std::string_view document) {
    std::string body;
    for (const std::string_view name : {"LP", "LEADPARA", "TEXT"}) {
        for (const std::string_view text : sgml_elements(document, name)) {
            const std::string more =
                text.find("<P>") != std::string_view::npos || text.find("<p>") != std::string_view::npos
                    ? body_of_html(text)
                    : normalise_body(without_references(without_tags(text)));
            if (!body.empty() && !more.empty()) body += "\n\n";
            body += more;
        }
    }
    return body;
}

Article read_document(std::string_view original) {
    std::string storage;
    const std::string_view document = as_utf8(original, storage);
    const std::string_view attributes = document.substr(0, document.find('>'));
    Article article;
    article.id = line_of(sgml_element(document, "DOCNO"));
    if (article.id.empty()) article.id = line_of(sgml_attribute(attributes, "id"));
    article.title = title_of(document);
    article.body = body_of_text(document);
    article.date = date_of(document);
    article.authors = authors_of(document);
    article.section = line_of(sgml_element(document, "SECTION"));
    article.section = article.section.substr(0, article.section.find(';'));
    article.section = article.section.substr(0, article.section.find(','));
    article.tags = split_list(line_of(sgml_element(document, "SUBJECT")));
    if (const Collection* collection = collection_of(article.id)) {
        article.source = collection->source;
        article.language = "en";
        if (!article.date) article.date = date_in_id(article.id, *collection);
    }
    article.original = original;
    article.media_type = "application/sgml";
    return article;
}

class TrecFormat : public Format {
public:
    explicit TrecFormat(const ReadOptions& options) : largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        for (std::uint64_t number = 0;;) {
            const Record record = next_record(input, largest_, end_of_document);
            if (record.state == RecordState::too_large) {
                if (!sink.problem(++number, too_large(largest_))) return false;
                continue;
            }
            const std::size_t begin = begin_of(record.bytes);
            const bool begun = begin != std::string_view::npos;
            if (record.state != RecordState::whole) {
                if (!input.failure().empty()) return true;
                if (begun) return sink.problem(++number, "broken SGML: no </DOC>");
                return number != 0 || sink.problem(0, "no <DOC> element in it");
            }
            if (begun) {
                // A document that does not end must not take the next one with it.
                const std::size_t last = last_begin(record.bytes);
                if (last != begin && !sink.problem(++number, "broken SGML: no </DOC>")) return false;
                if (!sink.article(++number, read_document(record.bytes.substr(last)))) return false;
            }
            input.consume(record.bytes.size());
        }
    }

private:
    static bool is_tag(std::string_view bytes, std::size_t at) {
        return at + 4 < bytes.size() && (bytes[at + 4] == '>' || bytes[at + 4] == ' ');
    }

    static std::size_t begin_of(std::string_view bytes) {
        std::size_t at = bytes.find("<DOC");
        while (at != std::string_view::npos && !is_tag(bytes, at))
            at = bytes.find("<DOC", at + 1);
        return at;
    }

    static std::size_t last_begin(std::string_view bytes) {
        std::size_t at = bytes.rfind("<DOC");
        while (at != std::string_view::npos && at > 0 && !is_tag(bytes, at))
            at = bytes.rfind("<DOC", at - 1);
        return at;
    }

    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_trec_format(const ReadOptions& options) {
    return std::make_unique<TrecFormat>(options);
}

}  // namespace broadsheet
