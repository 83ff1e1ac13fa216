#include "indexer/entities/annotator.h"

#include "indexer/entities/article_builder.h"

namespace broadsheet::entities {

struct Annotator::Recognised {
    std::vector<Mention> mentions;
    PlaceNames names;
    Resolved places;
};

Annotator::Annotator(const Knowledge& knowledge)
    : knowledge_(knowledge), recogniser_(knowledge.model), resolver_(knowledge.gazetteer) {}

std::vector<ArticleEntities> Annotator::annotate(std::span<const Article* const> articles) {
    struct Source {
        SourcePrior prior;
        std::size_t articles = 0;
    };
    std::unordered_map<std::string_view, Source> sources;
    std::vector<Recognised> recognised;
    recognised.reserve(articles.size());
    for (const Article* article : articles) {
        std::vector<Mention> mentions = recogniser_.recognise(article->title, article->body);
        correct_types(*article, knowledge_.aliases, mentions);
        PlaceNames names(*article, mentions, knowledge_.aliases);
        Resolved places = resolver_.resolve(article->title, article->body, mentions, names.given(), nullptr);
        if (!article->source.empty()) {
            Source& source = sources[article->source];
            source.prior.add_article(knowledge_.gazetteer, places.mentions);
            ++source.articles;
        }
        recognised.push_back({std::move(mentions), std::move(names), std::move(places)});
    }
    std::vector<ArticleEntities> result;
    result.reserve(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const Article& article = *articles[i];
        Recognised& each = recognised[i];
        const auto source = sources.find(article.source);
        if (source != sources.end() && source->second.articles > 1) {
            each.places = resolver_.resolve(article.title, article.body, each.mentions, each.names.given(),
                                            &source->second.prior);
        }
        ArticleBuilder builder(article, knowledge_.gazetteer, knowledge_.aliases);
        result.push_back(builder.build(std::move(each.mentions), each.names, each.places));
        each = Recognised{{}, std::move(each.names), {}};
    }
    return result;
}

}  // namespace broadsheet::entities
