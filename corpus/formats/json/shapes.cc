#include "corpus/formats/json/shapes.h"

#include <algorithm>
#include <array>

#include "corpus/formats/identity.h"
#include "corpus/formats/json/values.h"
#include "corpus/html/fragment.h"
#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

using simdjson::dom::object;

std::string text_at(object record, std::string_view name) {
    JsonElement value;
    return record.at_key(name).get(value) == simdjson::SUCCESS ? first_text_of(value) : std::string{};
}

// The members that tell the shapes from others, found in one go.
struct Signs {
    bool is_ninjs = false;
    bool may_have_pieces = false;
};

Signs signs_of(object record) {
    bool has_version = false;
    bool has_name = false;
    Signs signs;
    for (const simdjson::dom::key_value_pair member : record) {
        has_version = has_version || member.key == "versioncreated";
        has_name = has_name || member.key == "uri" || member.key == "guid";
        signs.may_have_pieces = signs.may_have_pieces || member.key == "article_url";
    }
    signs.is_ninjs = has_version && has_name;
    return signs;
}

std::string read_ninjs(object record, Article& article) {
    const std::string type = text_at(record, "type");
    constexpr std::array<std::string_view, 6> others{"picture", "video",     "audio",
                                                     "graphic", "composite", "planning"};
    if (std::find(others.begin(), others.end(), type) != others.end()) return "no article but a " + type;
    // The title is for the desk, the headline for readers.
    if (const std::string headline = line_of_html(text_at(record, "headline")); !headline.empty())
        article.title = headline;
    for (const std::string_view name : {"body_xhtml", "body_html"}) {
        const std::string body = body_of_html(text_at(record, name));
        if (!body.empty()) {
            article.body = body;
            break;
        }
    }
    const std::string id = normalise_line(first_of({text_at(record, "guid"), text_at(record, "uri")}));
    if (!id.empty()) article.id = stable_id(article.source, id);
    if (article.url.find("://") == std::string::npos) article.url.clear();
    simdjson::dom::array subjects;
    if (record.at_key("subject").get_array().get(subjects) != simdjson::SUCCESS) return {};
    for (const JsonElement element : subjects) {
        object subject;
        if (!article.section.empty() || element.get_object().get(subject) != simdjson::SUCCESS) continue;
        const std::string code = text_at(subject, "code");
        article.section = iptc_subject(std::string_view(code).substr(code.rfind(':') + 1));
    }
    return {};
}

// The text of the Washington Post is a list of typed pieces.
void read_pieces(simdjson::dom::array pieces, Article& article) {
    std::string body;
    for (const JsonElement element : pieces) {
        object piece;
        if (element.get_object().get(piece) != simdjson::SUCCESS) continue;
        const std::string type = text_at(piece, "type");
        const std::string content = text_at(piece, "content");
        if (type == "sanitized_html") {
            const std::string more = body_of_html(content);
            if (!body.empty() && !more.empty()) body += "\n\n";
            body += more;
        } else if (type == "kicker") {
            article.section = line_of_html(content);
        } else if (type == "title" && article.title.empty()) {
            article.title = line_of_html(content);
        } else if (type == "byline" && article.authors.empty()) {
            article.authors = split_authors(line_of_html(content));
        }
    }
    article.body = std::move(body);
}

}  // namespace

std::string read_shape(object record, Article& article) {
    const Signs signs = signs_of(record);
    if (signs.is_ninjs) return read_ninjs(record, article);
    simdjson::dom::array pieces;
    if (signs.may_have_pieces && record.at_key("contents").get_array().get(pieces) == simdjson::SUCCESS)
        read_pieces(pieces, article);
    return {};
}

}  // namespace broadsheet
