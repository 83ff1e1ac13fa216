#include "corpus/formats/registry.h"

#include <array>

#include "corpus/formats/json/document.h"
#include "corpus/formats/json/lines.h"
#include "corpus/formats/reuters.h"
#include "corpus/formats/text.h"

namespace broadsheet {

namespace {

struct Row {
    FormatName name;
    std::unique_ptr<Format> (*make)(const ReadOptions& options);
};

constexpr std::array<Row, 4> rows{{
    {{"text", "plain text, one article a file: a headline, perhaps a date and a byline, paragraphs"},
     make_text_format},
    {{"jsonl", "JSON lines, one article a line"}, make_json_lines_format},
    {{"json", "a JSON array of articles, one article, or an object that holds such an array"},
     make_json_document_format},
    {{"reuters", "SGML of the Reuters-21578 collection"}, make_reuters_format},
}};

}  // namespace

std::unique_ptr<Format> make_format(std::string_view name, const ReadOptions& options) {
    for (const Row& row : rows) {
        if (row.name.name == name) return row.make(options);
    }
    return nullptr;
}

std::vector<FormatName> format_names() {
    std::vector<FormatName> names;
    names.reserve(rows.size());
    for (const Row& row : rows)
        names.push_back(row.name);
    return names;
}

std::string too_large(std::uint64_t largest_record) {
    const bool megabytes = largest_record >= (1U << 20);
    return "larger than " + std::to_string(megabytes ? largest_record >> 20 : largest_record) +
           (megabytes ? " MB" : " bytes");
}

}  // namespace broadsheet
