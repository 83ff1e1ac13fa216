#include "tests/support/index_builder.h"

#include <algorithm>

#include "indexer/index_writer.h"
#include "schema/date.h"

namespace broadsheet::test {

TestIndex::TestIndex(const std::vector<Article>& articles, std::size_t segments,
                     const entities::Knowledge* knowledge) {
    WriterSettings settings;
    settings.command = "test";
    settings.create = true;
    settings.threads = 1;
    settings.knowledge = knowledge;
    IndexWriter writer(path(), settings);
    const std::size_t share = (articles.size() + segments - 1) / segments;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        writer.add(articles[i]);
        if ((i + 1) % share == 0) writer.publish();
    }
    writer.publish();
}

Article make_article(const std::string& id, const std::string& title, const std::string& body,
                     const std::string& day) {
    Article article;
    article.id = id;
    article.title = title;
    article.body = body;
    article.source = "Gazette";
    article.original = title + "\n\n" + body;
    article.media_type = "text/plain";
    if (const auto period = parse_period(day, 0)) article.date = period->begin;
    return article;
}

}  // namespace broadsheet::test
