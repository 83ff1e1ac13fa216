// RSS and Atom.
#include <algorithm>
#include <array>

#include "corpus/formats/identity.h"
#include "corpus/formats/xml/shapes.h"
#include "corpus/html/fragment.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/xml/blocks.h"

namespace broadsheet {

namespace {

// A child in the record's own vocabulary, which shares its prefix: <title>, not <media:title>.
XmlNode own(XmlNode record, std::string_view name) {
    return record.child(name, record.prefix());
}

std::string own_line(XmlNode record, std::string_view name) {
    return own(record, name).line();
}

// Of the whole feed; the titles of RSS stand in a <channel>.
XmlNode channel_of(XmlNode head) {
    const XmlNode channel = head.child("channel");
    return channel ? channel : head;
}

std::string html_line(XmlNode element) {
    return line_of_html(element.text());
}

std::string content_of(XmlNode element) {
    if (!element) return {};
    if (!element.children().empty()) return body_of(element);
    const std::string text = element.text();
    return element.attribute("type") == "text" ? normalise_body(text) : body_of_html(text);
}

std::string body_of_item(XmlNode item) {
    for (const XmlNode element :
         {item.child("encoded", "content"), own(item, "content"), own(item, "description"),
          own(item, "summary"), item.child("body"), item.child("encoded", "excerpt"),
          item.child("summary", "itunes"), item.first("description")}) {
        if (std::string body = content_of(element); !body.empty()) return body;
    }
    return {};
}

bool is_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// Of Atom's links, the page; any other one only when there is no page.
std::string atom_link(XmlNode item) {
    std::string other;
    for (const XmlNode link : item.children("link")) {
        const std::string address = link.resolved(normalise_line(link.attribute("href")));
        if (address.empty()) continue;
        const std::string rel = link.attribute("rel");
        if (rel.empty() || rel == "alternate") return address;
        if (other.empty() && (rel == "self" || rel == "via" || rel == "related")) other = address;
    }
    return other;
}

std::string address_of(XmlNode item, std::string_view id) {
    const std::string permanent = own(item, "guid").attribute("isPermaLink");
    return first_of({item.child("origLink").line(), own(item, "link").line(), atom_link(item),
                     is_address(id) && permanent != "false" ? std::string(id) : std::string{}});
}

// "https://example.org" of "https://example.org/a/b"
std::string origin_of(const std::string& address) {
    const std::size_t host = address.find("://");
    return host == std::string::npos ? std::string{} : address.substr(0, address.find('/', host + 3));
}

// An address that is relative to the site's, where the feed says which that is.
std::string whole_address(const std::string& address, XmlNode channel) {
    if (!address.starts_with('/')) return address;
    std::string site = origin_of(own_line(channel, "link"));
    for (const XmlNode link : channel.children("link")) {
        if (site.empty()) site = origin_of(link.attribute("href"));
    }
    return site + address;
}

// "jane@example.org (Jane Doe)" to "Jane Doe".
std::string without_mail_address(const std::string& author) {
    const std::size_t open = author.find('(');
    const std::size_t close = author.rfind(')');
    if (author.find('@') == std::string::npos) return author;
    if (open == std::string::npos || close == std::string::npos || close < open) return {};
    return author.substr(open + 1, close - open - 1);
}

void add_authors(XmlNode item, std::vector<std::string>& authors) {
    for (const std::string_view name : {"creator", "author", "managingEditor"}) {
        for (const XmlNode element : item.children(name)) {
            const XmlNode person = element.child("name");
            const std::string line = (person ? person : element).line();
            for (const std::string& author : split_authors(without_mail_address(line)))
                add_name(authors, author);
        }
        if (!authors.empty()) return;
    }
}

// WordPress tells categories, of which there are few, from tags.
void add_categories(XmlNode item, Article& article) {
    for (const XmlNode category : item.children("category")) {
        const std::string name =
            first_of({category.attribute("label"), category.text(), category.attribute("term")});
        const std::string line = line_of_html(name);
        if (category.attribute("domain") == "category" && article.section.empty()) {
            article.section = line;
        } else if (!is_address(line)) {
            add_name(article.tags, line);
        }
    }
    for (const XmlNode subject : item.children("subject"))
        add_name(article.tags, html_line(subject));
    if (article.section.empty()) article.section = item.child("section").line();
}

void map_item(XmlNode item, XmlNode head, XmlFound& found) {
    const XmlNode channel = channel_of(head);
    if (const std::string type = item.child("post_type").line();
        !type.empty() && type != "post" && type != "page") {
        found.passed_over = type;
        return;
    }
    Article article;
    article.title = html_line(own(item, "title"));
    if (article.title.empty()) article.title = html_line(item.child("title"));
    article.body = body_of_item(item);
    const std::string id = first_of({own_line(item, "guid"), own_line(item, "id"), item.attribute("about")});
    article.url = whole_address(address_of(item, id), channel);
    article.source = first_of({html_line(own(item, "source").child("title")), html_line(own(item, "source")),
                               html_line(item.child("publisher")), html_line(own(channel, "title"))});
    article.id = stable_id({}, id);
    article.date = first_date({own_line(item, "pubDate"), own_line(item, "published"),
                               own_line(item, "issued"), item.child("date").line(), own_line(item, "created"),
                               own_line(item, "updated"), own_line(item, "modified"),
                               item.child("post_date_gmt").line(), item.child("pubDate").line()});
    add_authors(item, article.authors);
    if (article.authors.empty() && head.name() == "feed") add_authors(head, article.authors);
    add_categories(item, article);
    article.language = language_code(
        first_of({item.attribute("lang"), item.child("language").line(), channel.child("language").line(),
                  channel.attribute("lang"), head.attribute("lang")}));
    found.articles.push_back(std::move(article));
}

}  // namespace

XmlShape feed_shape() {
    return {{{"item", "entry"}, false}, "application/xml", map_item};
}

}  // namespace broadsheet
