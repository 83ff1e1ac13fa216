// Dumps of MediaWiki, such as those of Wikinews.
#include "corpus/formats/identity.h"
#include "corpus/formats/wiki_text.h"
#include "corpus/formats/xml/shapes.h"
#include "corpus/language_code.h"

namespace broadsheet {

namespace {

// "https://en.wikinews.org/wiki/Main_Page" and a title to the title's address.
std::string address_of(XmlNode site, std::string title) {
    std::string base = site.child("base").line();
    const std::size_t slash = base.rfind('/');
    if (slash == std::string::npos || title.empty()) return {};
    for (char& c : title) {
        if (c == ' ') c = '_';
    }
    return base.substr(0, slash + 1) + title;
}

void map_page(XmlNode page, XmlNode head, XmlFound& found) {
    const std::string space = page.child("ns").line();
    if (page.child("redirect")) {
        found.passed_over = "redirect";
        return;
    }
    if (!space.empty() && space != "0") {
        found.passed_over = "page outside the articles";
        return;
    }
    const XmlNode site = head.child("siteinfo");
    const XmlNode revision = page.children("revision").empty() ? XmlNode{} : page.children("revision").back();
    WikiArticle text = read_wiki_text(revision.child("text").text());
    Article article;
    article.title = page.child("title").line();
    article.body = std::move(text.body);
    article.tags = std::move(text.categories);
    article.url = address_of(site, article.title);
    article.source = site.child("sitename").line();
    article.id = stable_id(site.child("dbname").line(), page.child("id").line());
    article.language = language_code(head.attribute("lang"));
    article.date = first_date({text.date, revision.child("timestamp").line()});
    found.articles.push_back(std::move(article));
}

}  // namespace

XmlShape mediawiki_shape() {
    return {{{"page"}, false}, "application/xml", map_page};
}

}  // namespace broadsheet
