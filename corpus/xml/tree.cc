#include "corpus/xml/tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <limits>

#include "corpus/charset.h"

namespace broadsheet {

namespace {

constexpr std::ptrdiff_t most_tags = 1 << 20;
constexpr std::string_view too_deep = "nested too deeply";

bool is_forbidden(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// What a parser of XML would stumble over and exporters write nevertheless: HTML's names for characters,
// ampersands that begin no reference, control characters.
std::string without_stumbling_blocks(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    bool in_cdata = false;
    std::size_t copied = 0;
    const auto copy_to = [&](std::size_t end) {
        clean += text.substr(copied, end - copied);
        copied = end;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_forbidden(text[at])) {
            copy_to(at);
            clean += ' ';
            copied = at + 1;
        } else if (in_cdata) {
            in_cdata = !(text[at] == ']' && text.substr(at).starts_with("]]>"));
        } else if (text[at] == '<') {
            in_cdata = text.substr(at).starts_with("<![CDATA[");
        } else if (text[at] == '&') {
            const std::size_t end = text.substr(at, 12).find(';');
            const std::string name(end == std::string_view::npos ? "" : text.substr(at + 1, end - 1));
            if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") continue;
            if (name.size() > 1 && name[0] == '#') continue;
            copy_to(at);
            if (const htmlEntityDesc* known =
                    htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
                known != nullptr && !name.empty()) {
                append_utf8(clean, known->value);
                copied = at + end + 1;
                at = copied - 1;
            } else if (name.empty() || name.find_first_of(" \t\r\n<&=") != std::string::npos) {
                clean += "&amp;";
                copied = at + 1;
            } else {  // declared by the document, which is not looked at
                copied = at + end + 1;
                at = copied - 1;
            }
        }
    }
    copy_to(text.size());
    return clean;
}

bool has_stumbling_blocks(std::string_view text) {
    return text.find('&') != std::string_view::npos || std::any_of(text.begin(), text.end(), is_forbidden);
}

bool too_many_tags(std::string_view text) {
    return text.size() > std::numeric_limits<int>::max() ||
           std::count(text.begin(), text.end(), '<') > 2 * most_tags;
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

bool is_too_deep(const xmlParserCtxt& parser) {
    return parser.lastError.code == XML_ERR_INTERNAL_ERROR && parser.disableSAX != 0;
}

}  // namespace

void XmlTree::Free::operator()(xmlDoc* document) const {
    xmlFreeDoc(document);
}

std::optional<XmlTree> XmlTree::of_xml(std::string_view text, std::string& problem) {
    if (too_many_tags(text)) {
        problem = "XML has too many elements";
        return std::nullopt;
    }
    std::string clean;
    if (has_stumbling_blocks(text)) {
        clean = without_stumbling_blocks(text);
        text = clean;
    }
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                            XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
    XmlTree tree(xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                   options));
    if (is_too_deep(*parser)) {
        problem = "XML is " + std::string(too_deep);
    } else if (!tree.root()) {
        problem = "broken XML: no element in it";
    }
    if (!problem.empty()) return std::nullopt;
    return tree;
}

std::optional<XmlTree> XmlTree::of_html(std::string_view text, std::string& problem) {
    if (too_many_tags(text)) {
        problem = "HTML has too many elements";
        return std::nullopt;
    }
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                            HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT;
    XmlTree tree(htmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr,
                                    "UTF-8", options));
    if (is_too_deep(*parser)) {
        problem = "HTML is " + std::string(too_deep);
    } else if (!tree.root()) {
        problem = "no HTML element in it";
    }
    if (!problem.empty()) return std::nullopt;
    return tree;
}

XmlNode XmlTree::root() const {
    return XmlNode(document_ ? xmlDocGetRootElement(document_.get()) : nullptr);
}

}  // namespace broadsheet
