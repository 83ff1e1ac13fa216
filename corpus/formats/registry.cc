#include "corpus/formats/registry.h"

#include <array>

#include "corpus/formats/csv/csv.h"
#include "corpus/formats/html.h"
#include "corpus/formats/json/document.h"
#include "corpus/formats/json/lines.h"
#include "corpus/formats/mail/mail.h"
#include "corpus/formats/markdown.h"
#include "corpus/formats/reuters.h"
#include "corpus/formats/text.h"
#include "corpus/formats/trec.h"
#include "corpus/formats/web/warc.h"
#include "corpus/formats/wire/wire.h"
#include "corpus/formats/xml/any.h"
#include "corpus/formats/xml/shapes.h"

namespace broadsheet {

namespace {

struct Row {
    FormatName name;
    std::unique_ptr<Format> (*make)(const ReadOptions& options);
};

template <XmlShape (*Shape)()>
std::unique_ptr<Format> make_xml_format(const ReadOptions& options) {
    return make_xml_records_format(Shape(), options);
}

constexpr std::array<Row, 19> rows{{
    {{"text", "plain text, one article a file: a headline, perhaps a date and a byline, paragraphs"},
     make_text_format},
    {{"jsonl", "JSON lines, one article a line"}, make_json_lines_format},
    {{"json", "a JSON array of articles, one article, or an object that holds such an array"},
     make_json_document_format},
    {{"csv", "CSV, TSV and other tables, one article a row"}, make_csv_format},
    {{"markdown", "Markdown with front matter, one article a file"}, make_markdown_format},
    {{"html", "web pages, one article a file"}, make_html_format},
    {{"feed", "RSS and Atom feeds, exports of WordPress"}, make_xml_format<feed_shape>},
    {{"nitf", "NITF, also the New York Times Annotated Corpus"}, make_xml_format<nitf_shape>},
    {{"newsml-g2", "NewsML-G2: news items, alone or in messages"}, make_xml_format<newsml_g2_shape>},
    {{"newsml", "NewsML 1"}, make_xml_format<newsml_shape>},
    {{"sitemap", "sitemaps of news: addresses, headlines and dates"}, make_xml_format<sitemap_shape>},
    {{"mediawiki", "dumps of Wikinews and other wikis"}, make_xml_format<mediawiki_shape>},
    {{"xml", "other XML: articles by the names of their elements"}, make_any_xml_format},
    {{"wire", "IPTC 7901 and ANPA messages of news wires"}, make_wire_format},
    {{"mail", "mailboxes, messages of mail and Usenet"}, make_mail_format},
    {{"warc", "WARC files of crawlers: the pages and feeds in them"}, make_warc_format},
    {{"arc", "ARC files of crawlers"}, make_arc_format},
    {{"trec", "news collections of TREC and the LDC, <DOC> by <DOC>"}, make_trec_format},
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
