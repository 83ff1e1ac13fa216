// Sitemaps of news: addresses with headlines.
#include "corpus/formats/identity.h"
#include "corpus/formats/xml/shapes.h"
#include "corpus/language_code.h"
#include "corpus/names.h"

namespace broadsheet {

namespace {

void map_url(XmlNode entry, XmlNode, XmlFound& found) {
    const XmlNode news = entry.child("news");
    Article article;
    article.title = news.child("title").line();
    if (article.title.empty()) {
        found.passed_over = "address without a headline";
        return;
    }
    article.url = entry.child("loc").line();
    article.source = news.at("publication/name").line();
    article.language = language_code(news.at("publication/language").line());
    article.date = first_date({news.child("publication_date").line(), entry.child("lastmod").line()});
    article.tags = split_list(news.child("keywords").line());
    for (const std::string& genre : split_list(news.child("genres").line()))
        add_name(article.tags, genre);
    found.articles.push_back(std::move(article));
}

}  // namespace

XmlShape sitemap_shape() {
    return {{{"url"}, false}, "application/xml", map_url};
}

}  // namespace broadsheet
