// NewsML-G2.
#include "corpus/formats/identity.h"
#include "corpus/formats/xml/shapes.h"
#include "corpus/html/fragment.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/xml/blocks.h"

namespace broadsheet {

namespace {

// "ninat:text" to "text"
std::string without_scheme(const std::string& qcode) {
    return qcode.substr(qcode.rfind(':') + 1);
}

// The name in the item's language, else in English, else any; else what stands in place of a name.
std::string name_of(XmlNode concept_element, std::string_view language) {
    const std::vector<XmlNode> names = concept_element.children("name");
    for (const std::string_view wanted : {language, std::string_view("en")}) {
        for (const XmlNode name : names) {
            const std::string given = language_code(name.attribute("lang"));
            if (!wanted.empty() && given == wanted && name.attribute("role") != "nrol:mnemonic")
                return name.line();
        }
    }
    return names.empty() ? normalise_line(concept_element.attribute("literal")) : names.front().line();
}

// What the item shows: "text", "picture", "video", ...; a package or a concept by its element.
std::string kind_of(XmlNode item) {
    if (item.name() == "packageItem") return "package";
    if (item.name() != "newsItem") return std::string(item.name());
    return without_scheme(item.at("itemMeta/itemClass").attribute("qcode"));
}

// A page's own header repeats headline and subjects.
bool is_no_content(XmlNode element) {
    return is_no_text(element) || (element.name() == "header" && element.parent().name() == "body");
}

// Alternatives of one text: the first that has any.
void add_content(XmlNode item, Article& article) {
    for (const XmlNode content : item.child("contentSet").children()) {
        if (!article.body.empty()) return;
        if (content.name() == "inlineXML") {
            if (const XmlNode nitf = content.first("nitf")) {
                add_nitf(nitf, article);
                continue;
            }
            const XmlNode html = content.first("body");
            article.body = body_of_wire(html ? html : content, is_no_content);
        } else if (content.name() == "inlineData") {
            const std::string text = content.text();
            const bool html = content.attribute("contenttype").find("html") != std::string::npos;
            article.body = html || looks_like_html(text) ? body_of_html(text) : normalise_body(text);
        }
    }
}

void add_authors(XmlNode content, Article& article) {
    const auto has_digit = [](const std::string& name) {
        return name.find_first_of("0123456789") != std::string::npos;
    };
    for (const XmlNode by : content.children("by")) {
        for (const std::string& name : split_authors(by.line())) {
            if (!has_digit(name)) add_name(article.authors, name);
        }
    }
    if (!article.authors.empty()) return;
    for (const std::string_view element : {"creator", "contributor"}) {
        for (const XmlNode person : content.children(element)) {
            const std::string name = person.child("name").line();
            if (name != article.source) add_name(article.authors, name);
        }
    }
}

void add_subjects(XmlNode content, Article& article) {
    for (const XmlNode subject : content.children("subject")) {
        // A code without a name is one for machines.
        const bool named = subject.child("name") || subject.attribute("qcode").empty();
        const std::string name = named ? name_of(subject, article.language) : std::string{};
        const std::string type = without_scheme(subject.attribute("type"));
        const std::string code = without_scheme(subject.attribute("qcode"));
        if (article.section.empty()) article.section = iptc_subject(code);
        if (type == "person") {
            add_name(article.people, name);
        } else if (type.starts_with("organi")) {
            add_name(article.organisations, name);
        } else if (type == "geoArea" || type == "poi" || type == "country" || type == "city") {
            add_name(article.places, name);
        } else if (name.size() > 1) {
            add_name(article.tags, name);
        }
    }
    for (const XmlNode keyword : content.children("keyword"))
        add_name(article.tags, keyword.line());
}

std::string source_of(XmlNode item, std::string_view language) {
    const XmlNode provider = item.at("itemMeta/provider");
    const XmlNode information = item.at("contentMeta/infoSource");
    const XmlNode holder = item.at("rightsInfo/copyrightHolder");
    return first_of({provider.child("name") ? name_of(provider, language) : std::string{},
                     name_of(information, language), name_of(holder, language), name_of(provider, language),
                     without_scheme(provider.attribute("qcode")), domain_of(provider.attribute("uri"))});
}

// Reuters sends its texts with the headline that was chosen for the web, and an older one.
std::string title_of(XmlNode item) {
    std::string first;
    for (const XmlNode headline : item.child("contentMeta").children("headline")) {
        if (headline.attribute("role").empty()) return headline.line();
        if (first.empty()) first = headline.line();
    }
    return first;
}

void map_item(XmlNode item, XmlNode head, XmlFound& found) {
    const std::string kind = kind_of(item);
    if (!kind.empty() && kind != "text") {
        found.passed_over = kind;
        return;
    }
    const XmlNode management = item.child("itemMeta");
    const XmlNode content = item.child("contentMeta");
    Article article;
    article.id = normalise_line(item.attribute("guid"));
    article.language = language_code(first_of(
        {content.child("language").attribute("tag"), item.attribute("lang"), head.attribute("lang")}));
    article.source = source_of(item, article.language);
    article.title = title_of(item);
    add_authors(content, article);
    article.date =
        first_date({management.child("versionCreated").line(), content.child("contentModified").line(),
                    content.child("contentCreated").line(), management.child("firstCreated").line(),
                    head.first("sent").line()});
    add_subjects(content, article);
    add_content(item, article);
    if (article.title.empty()) article.title = management.child("title").line();
    if (article.body.empty()) article.body = body_of(content.child("description"));
    found.articles.push_back(std::move(article));
}

}  // namespace

XmlShape newsml_g2_shape() {
    return {{{"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"}, false},
            "application/vnd.iptc.g2.newsitem+xml",
            map_item};
}

}  // namespace broadsheet
