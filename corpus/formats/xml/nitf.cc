// NITF: the News Industry Text Format.
#include "corpus/formats/identity.h"
#include "corpus/formats/xml/shapes.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/xml/blocks.h"

namespace broadsheet {

namespace {

std::string without_possessive(std::string name) {
    for (const std::string_view ending : {"'s", "\u2019s", "'", "\u2019"}) {
        if (name.ends_with(ending)) {
            name.resize(name.size() - ending.size());
            break;
        }
    }
    return name;
}

// Names that are marked up in the text or listed in the head. The New York Times lists people as "DOE, JANE".
void add_names(XmlNode nitf, std::string_view element, std::vector<std::string>& names) {
    for (const XmlNode part : {nitf.at("head/docdata/identified-content"), nitf.at("body/body.content")}) {
        for (const XmlNode name : part.all(element))
            add_name(names, without_possessive(name.line()));
    }
}

std::string meta(XmlNode head, std::string_view name) {
    for (const XmlNode element : head.children("meta")) {
        if (element.attribute("name") == name) return normalise_line(element.attribute("content"));
    }
    return {};
}

// The byline without the job that may stand in it.
std::string byline_of(XmlNode head) {
    const std::vector<XmlNode> bylines = head.children("byline");
    if (bylines.empty()) return {};
    XmlNode chosen = bylines.front();
    for (const XmlNode byline : bylines) {
        if (byline.attribute("class") == "print_byline") chosen = byline;
    }
    const std::vector<XmlNode> people = chosen.all("person");
    std::string line;
    for (const XmlNode person : people)
        line += (line.empty() ? "" : "; ") + person.line();
    if (!line.empty()) return line;
    return body_of(chosen, [](XmlNode element) { return element.name() == "byttl"; });
}

// The New York Times has the lead twice: by itself and in the full text.
std::string content_of(XmlNode content) {
    for (const XmlNode block : content.children("block")) {
        if (block.attribute("class") == "full_text") return body_of_wire(block);
    }
    return body_of_wire(content);
}

void add_subjects(XmlNode head, Article& article) {
    for (const XmlNode keyword : head.all("keyword"))
        add_name(article.tags, keyword.attribute("key"));
    for (const XmlNode subject : head.all("tobject.subject")) {
        for (const std::string_view part : {"detail", "matter", "type"}) {
            const std::string name = subject.attribute("tobject.subject." + std::string(part));
            // "POL:POLITICS" is a code and what it stands for.
            add_name(article.tags, name.substr(name.find(':') + 1));
        }
        if (article.section.empty())
            article.section = iptc_subject(subject.attribute("tobject.subject.refnum"));
    }
    for (const XmlNode classifier : head.at("docdata/identified-content").children("classifier")) {
        const std::string name = classifier.line();
        if (classifier.attribute("type") != "taxonomic_classifier" && name.find('/') == std::string::npos)
            add_name(article.tags, name);
    }
}

std::string source_of(XmlNode nitf) {
    const XmlNode head = nitf.child("head");
    const XmlNode document = head.child("docdata");
    return first_of({normalise_line(head.child("pubdata").attribute("name")),
                     nitf.at("body/body.head/distributor").line(),
                     normalise_line(document.child("doc.copyright").attribute("holder")),
                     nitf.at("body/body.head/rights/rights.owner").line(),
                     normalise_line(document.child("doc-id").attribute("regsrc"))});
}

void map_nitf(XmlNode nitf, XmlNode, XmlFound& found) {
    Article article;
    const XmlNode head = nitf.child("head");
    article.source = source_of(nitf);
    const XmlNode id = head.at("docdata/doc-id");
    article.id = stable_id(first_of({article.source, id.attribute("regsrc")}), id.attribute("id-string"));
    add_nitf(nitf, article);
    found.articles.push_back(std::move(article));
}

}  // namespace

void add_nitf(XmlNode nitf, Article& article) {
    const XmlNode head = nitf.child("head");
    const XmlNode top = nitf.at("body/body.head");
    if (article.title.empty())
        article.title =
            first_of({top.at("hedline/hl1").line(), top.child("hedline").line(), head.child("title").line()});
    if (article.body.empty()) article.body = content_of(nitf.at("body/body.content"));
    if (article.body.empty()) article.body = body_of(top.child("abstract"));
    const XmlNode document = head.child("docdata");
    const XmlNode publication = head.child("pubdata");
    if (!article.date) {
        article.date = first_date({document.child("date.issue").attribute("norm"),
                                   publication.attribute("date.publication"),
                                   document.child("date.release").attribute("norm"),
                                   top.at("dateline/story.date").attribute("norm")});
    }
    if (article.authors.empty()) article.authors = split_authors(byline_of(top));
    if (article.url.empty()) {
        const std::string address = normalise_line(publication.attribute("ex-ref"));
        if (address.find("://") != std::string::npos) article.url = address;
    }
    if (article.section.empty()) {
        article.section = first_of({meta(head, "online_sections"), meta(head, "section"),
                                    normalise_line(publication.attribute("position.section")),
                                    normalise_line(head.child("tobject").attribute("tobject.type"))});
        // "News" says nothing, and several sections are in one line.
        article.section = article.section.substr(0, article.section.find(';'));
        if (article.section == "News" || article.section == "news") article.section.clear();
    }
    add_subjects(head, article);
    add_names(nitf, "person", article.people);
    add_names(nitf, "org", article.organisations);
    add_names(nitf, "location", article.places);
    if (article.language.empty())
        article.language = language_code(first_of({nitf.attribute("baselang"), nitf.attribute("lang")}));
}

XmlShape nitf_shape() {
    return {{{"nitf"}, true}, "application/nitf+xml", map_nitf};
}

}  // namespace broadsheet
