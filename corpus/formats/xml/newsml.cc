// NewsML 1.
#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/formats/identity.h"
#include "corpus/formats/xml/shapes.h"
#include "corpus/html/fragment.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/xml/blocks.h"

namespace broadsheet {

namespace {

std::string formal_name(XmlNode element) {
    return normalise_line(element.attribute("FormalName"));
}

// From an element outwards, the first that has the thing at `path`.
XmlNode nearest(XmlNode element, std::string_view path) {
    for (; element; element = element.parent()) {
        if (const XmlNode found = element.at(path)) return found;
    }
    return {};
}

// Of one item; what has more is not meant to be read.
constexpr std::size_t most_texts = 100;

// The text in a ContentItem, with what an embedded NITF says.
void add_content(XmlNode content_item, Article& article) {
    const XmlNode data = content_item.child("DataContent");
    if (const XmlNode nitf = data.first("nitf")) {
        add_nitf(nitf, article);
        if (!article.body.empty()) return;
    }
    if (data.children().empty()) {
        const std::string text = data.text();
        article.body = looks_like_html(text) ? body_of_html(text) : normalise_body(text);
    } else {
        const XmlNode body = data.first("body.content");
        article.body = body_of_wire(body ? body : data);
    }
}

bool is_text(XmlNode content_item) {
    const std::string type = ascii_lower(formal_name(content_item.child("MediaType")));
    const std::string role = ascii_lower(formal_name(nearest(content_item, "Role")));
    return (type.empty() || type == "text" || type == "complextext") && role != "caption" &&
           content_item.child("DataContent");
}

void add_subjects(XmlNode item, Article& article) {
    for (const XmlNode details : item.all("DescriptiveMetadata")) {
        for (const XmlNode property : details.children("Property")) {
            if (formal_name(property) == "Keyword") add_name(article.tags, property.attribute("Value"));
        }
        for (const XmlNode code : details.children("SubjectCode")) {
            for (const XmlNode subject : code.children()) {
                if (article.section.empty()) article.section = iptc_subject(formal_name(subject));
            }
        }
    }
    for (const XmlNode line : item.all("KeywordLine"))
        add_name(article.tags, line.line());
    for (const XmlNode topic : item.all("Topic")) {
        if (article.section.empty()) article.section = iptc_subject(topic.child("FormalName").line());
        for (const XmlNode description : topic.children("Description")) {
            if (description.attribute("Variant") == "Name" &&
                language_code(description.attribute("lang")) == article.language)
                add_name(article.tags, description.line());
        }
    }
}

// What holds for all texts of an item.
Article base_of(XmlNode item, XmlNode head) {
    Article article;
    const XmlNode management = item.child("NewsManagement");
    const XmlNode identity = item.at("Identification/NewsIdentifier");
    article.id = identity.child("PublicIdentifier").line();
    article.language = language_code(first_of({formal_name(item.first("Language")), item.attribute("lang")}));
    article.source =
        first_of({formal_name(item.first("Provider").child("Party")),
                  formal_name(item.first("Source").child("Party")), identity.child("ProviderId").line()});
    article.date =
        first_date({management.child("ThisRevisionCreated").line(), management.child("FirstCreated").line(),
                    identity.child("DateId").line(), head.at("NewsEnvelope/DateAndTime").line()});
    return article;
}

void map_item(XmlNode item, XmlNode head, XmlFound& found) {
    std::vector<XmlNode> told;  // headlines whose text has been taken; others under them are alternatives
    std::string kind;
    for (const XmlNode content_item : item.all("ContentItem", most_texts)) {
        if (!is_text(content_item)) {
            if (kind.empty()) kind = ascii_lower(formal_name(content_item.child("MediaType")));
            continue;
        }
        const XmlNode lines = nearest(content_item, "NewsLines");
        if (std::find(told.begin(), told.end(), lines) != told.end()) continue;
        XmlNode owner = content_item;
        while (owner.parent() && owner.name() != "NewsItem")
            owner = owner.parent();
        Article article = base_of(owner, head);
        article.title = lines.child("HeadLine").line();
        article.authors = split_authors(
            first_of({lines.child("ByLine").line(),
                      formal_name(nearest(content_item, "AdministrativeMetadata/Creator/Party"))}));
        add_subjects(owner, article);
        add_content(content_item, article);
        if (article.body.empty()) continue;
        if (article.title.empty()) article.title = lines.child("SlugLine").line();
        // A second text of the same item is an article of its own.
        const auto same =
            std::count_if(found.articles.begin(), found.articles.end(),
                          [&](const Article& other) { return other.id.starts_with(article.id); });
        if (same > 0 && !article.id.empty()) article.id += "#" + std::to_string(same + 1);
        told.push_back(lines);
        found.articles.push_back(std::move(article));
    }
    if (found.articles.empty()) found.passed_over = kind.empty() ? "item without text" : kind;
}

}  // namespace

XmlShape newsml_shape() {
    return {{{"NewsItem"}, true}, "application/vnd.iptc.newsml+xml", map_item};
}

}  // namespace broadsheet
