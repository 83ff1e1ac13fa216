#include "corpus/sniff.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "corpus/ascii.h"
#include "corpus/charset.h"
#include "corpus/formats/csv/table.h"
#include "corpus/formats/front_matter.h"
#include "corpus/formats/json/value_end.h"
#include "corpus/formats/mail/mail.h"
#include "corpus/formats/wire/wire.h"
#include "corpus/formats/xml/any.h"

namespace broadsheet {

namespace {

std::string_view without_blanks(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t\r\n\x1e"), text.size()));
}

Sniffed sniff_any_xml(std::string_view text) {
    JsonFields names({});
    if (any_xml_record(text, names)) return {"xml", {}};
    return {{},
            "XML without an element that looks like an article; --format xml --map title=NAME,body=NAME says "
            "what does"};
}

// Calls `each` with every line that is not blank, trimmed. The last line of a head may be cut off.
template <typename Each>
void for_each_line(std::string_view text, Each each) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = without_blanks(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        if (!line.empty()) each(line);
    }
}

bool begins_json_object(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::string_view inside = without_blanks(text.substr(1));
    return inside.starts_with('"') || inside.starts_with('}');
}

// Half of the lines or more are objects from end to end. A broken line, the first even, does not hide the
// others.
bool is_json_lines(std::string_view text) {
    std::size_t lines = 0;
    std::size_t objects = 0;
    for_each_line(text, [&](std::string_view line) {
        ++lines;
        if (line.ends_with('}') && begins_json_object(line)) ++objects;
    });
    return lines > 1 && objects * 2 >= lines;
}

// What begins with '{': lines of objects, or one document (perhaps with others after it).
std::string_view json_object_kind(std::string_view text) {
    JsonValueEnd find_end;
    const std::size_t end = find_end(text, 0);
    if (end == not_yet || text.substr(0, end).find('\n') != std::string_view::npos) return "json";
    const std::string_view after = text.substr(end);
    const bool line_ends =
        after.substr(std::min(after.find_first_not_of(" \t\r"), after.size())).starts_with('\n');
    return line_ends && !without_blanks(after).empty() ? "jsonl" : "json";
}

// The name of the first element, in lower case and without a name space's prefix: "rss". Empty when there is
// none.
std::string root_element(std::string_view text) {
    while (text.starts_with('<')) {
        if (text.starts_with("<!--")) {
            const std::size_t end = text.find("-->");
            text = end == std::string_view::npos ? std::string_view{} : without_blanks(text.substr(end + 3));
        } else if (text.starts_with("<?") || text.starts_with("<!")) {
            std::size_t end = text.find('>');
            // The declarations of a document type stand in brackets, each with an end of its own.
            if (text.starts_with("<!") && text.find('[') < end) end = text.find('>', text.find(']'));
            text = end == std::string_view::npos ? std::string_view{} : without_blanks(text.substr(end + 1));
        } else {
            const std::string_view name = text.substr(1, text.substr(1).find_first_of(" \t\r\n/>"));
            return ascii_lower(name.substr(name.find(':') + 1));
        }
    }
    return {};
}

Sniffed sniff_markup(std::string_view text) {
    const std::string small = ascii_lower(text.substr(0, 4096));
    if (small.starts_with("<!doctype lewis") || small.starts_with("<reuters ")) return {"reuters", {}};
    if (small.starts_with("<!doctype html")) return {"html", {}};
    if (small.starts_with("<!element") || small.starts_with("<!entity") ||
        (small.starts_with("<!--") && small.find("<!element ") != std::string::npos)) {
        return {{}, "not a collection: looks like a DTD"};
    }
    const std::string root = root_element(text);
    const auto among = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), root) != names.end();
    };
    if (root == "reuters") return {"reuters", {}};
    if (among({"rss", "feed", "rdf"})) return {"feed", {}};
    if (root == "nitf") return {"nitf", {}};
    if (root == "newsml") return {"newsml", {}};
    if (among({"newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem"}))
        return {"newsml-g2", {}};
    if (root == "urlset") return {"sitemap", {}};
    if (root == "mediawiki") return {"mediawiki", {}};
    // A feed may be wrapped into a page.
    if (root == "html" &&
        (small.find("<feed ") != std::string::npos || small.find("<rss ") != std::string::npos))
        return {"feed", {}};
    if (among({"html", "head", "body", "div", "p", "meta", "title", "script", "table", "span", "h1",
               "article", "section", "center", "font", "br", "img", "link"})) {
        return {"html", {}};
    }
    if (root == "doc") return {"trec", {}};
    if (root == "svg") return {{}, "not a collection: looks like a drawing"};
    if (small.starts_with("<?xml") || small.starts_with("<!doctype")) return sniff_any_xml(text);
    // Something in angle brackets can begin a text; an element that also ends does not.
    if (!root.empty() && small.find("</" + root + ">") != std::string::npos) return sniff_any_xml(text);
    if (!root.empty() && text.find("</") != std::string_view::npos) return sniff_any_xml(text);
    return {"text", {}};
}

// Many short lines of one or two words, such as the lists of codes that come with collections.
bool is_word_list(std::string_view text) {
    constexpr std::size_t longest_entry = 40;
    constexpr std::ptrdiff_t most_blanks = 2;
    std::size_t lines = 0;
    bool words = true;
    for_each_line(text, [&](std::string_view line) {
        ++lines;
        const bool ascii = std::all_of(line.begin(), line.end(), [](char c) { return c > 0; });
        words = words && ascii && line.size() <= longest_entry &&
                std::count(line.begin(), line.end(), ' ') <= most_blanks;
    });
    return words && lines >= 20;
}

std::string_view kind_by_name(std::string_view name) {
    struct Ending {
        std::string_view ending;
        std::string_view kind;
    };
    constexpr std::array<Ending, 15> endings{{{".jsonl", "jsonl"},
                                              {".ndjson", "jsonl"},
                                              {".json", "json"},
                                              {".csv", "csv"},
                                              {".tsv", "csv"},
                                              {".html", "html"},
                                              {".htm", "html"},
                                              {".xml", "xml"},
                                              {".rss", "feed"},
                                              {".atom", "feed"},
                                              {".warc", "warc"},
                                              {".eml", "mail"},
                                              {".mbox", "mail"},
                                              {".md", "markdown"},
                                              {".markdown", "markdown"}}};
    std::string small = ascii_lower(name);
    for (const std::string_view packed : {".gz", ".zst", ".xz", ".bz2", ".lz4", ".z"}) {
        if (small.ends_with(packed)) small.resize(small.size() - packed.size());
    }
    for (const Ending& row : endings) {
        if (small.ends_with(row.ending)) return row.kind;
    }
    return {};
}

// The archives of crawlers, in which pictures may come first.
std::string_view crawl_kind(std::string_view head) {
    const std::string_view begin = without_blanks(head);
    if (begin.starts_with("WARC/") && begin.size() > 5 && begin[5] >= '0' && begin[5] <= '9') return "warc";
    return begin.starts_with("filedesc://") ? "arc" : "";
}

Sniffed sniff_text(std::string_view text, std::string_view name) {
    const std::string_view begin = without_blanks(text);
    if (looks_like_mail(text)) return {"mail", {}};
    const std::string_view hint = kind_by_name(name);
    if (begin.starts_with('[')) {
        const std::string_view inside = without_blanks(begin.substr(1));
        if (inside.starts_with('{') || inside.starts_with(']') || hint == "json") return {"json", {}};
    }
    if (is_json_lines(text)) return {"jsonl", {}};
    if (begins_json_object(begin)) return {hint == "jsonl" ? hint : json_object_kind(begin), {}};
    if (begin.starts_with('<')) {
        if (Sniffed markup = sniff_markup(begin); markup.format != "text") return markup;
    }
    if (hint == "markdown" || read_front_matter(begin)) return {"markdown", {}};
    if (!hint.empty()) return {hint, {}};
    if (csv_dialect(begin, false)) return {"csv", {}};
    if (is_word_list(begin)) return {{}, "not a collection: looks like a list of words"};
    return {"text", {}};
}

}  // namespace

Sniffed sniff(std::string_view head, std::string_view name) {
    if (const std::string kind = foreign_kind(head); !kind.empty())
        return {{}, "not a collection: looks like " + kind};
    std::size_t mark = 0;
    const std::string_view encoding = encoding_of_mark(head, mark);
    if (encoding.empty() || encoding == "UTF-8") {
        // A single mark begins a message, and one in 256 of whatever is binary; but no message has zero
        // bytes.
        if (wire_kind(head) && head.find('\0') == std::string_view::npos) return {"wire", {}};
        if (const std::string_view kind = crawl_kind(head.substr(mark)); !kind.empty()) return {kind, {}};
        if (is_binary(head)) return {{}, "not a collection: looks like binary data"};
        return sniff_text(head.substr(mark), name);
    }
    std::string storage;
    Sniffed sniffed = sniff_text(as_utf8(head, storage), name);
    sniffed.encoding = encoding;
    return sniffed;
}

}  // namespace broadsheet
