#include "indexer/entities/annotator.h"

#include <algorithm>
#include <utility>

#include "indexer/entities/article_builder.h"
#include "indexer/entities/corrections.h"

namespace broadsheet::entities {

struct Annotator::Recognised {
    std::vector<Mention> mentions;
    NamesToResolve names;
    Resolved places;
};

namespace {

constexpr float certain = 0.99F;

// Whether another reading of some name is worth considering.
bool has_doubts(const std::vector<Mention>& mentions, const Resolved& places) {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].type == EntityType::place && places.mentions[i].certainty < certain) return true;
    }
    return std::any_of(places.given.begin(), places.given.end(),
                       [](const ResolvedPlace& each) { return each.certainty < certain; });
}

}  // namespace

Annotator::Annotator(const Knowledge& knowledge)
    : knowledge_(knowledge), recogniser_(knowledge.model), resolver_(knowledge.gazetteer) {}

std::vector<ArticleEntities> Annotator::annotate(std::span<const Article* const> articles,
                                                 std::span<const SourcePrior* const> priors) {
    std::map<std::string_view, SourcePrior> learnt;  // from this batch alone
    std::vector<Recognised> recognised;
    recognised.reserve(articles.size());
    for (const Article* article : articles) {
        std::vector<Mention> mentions = recogniser_.recognise(article->title, article->body);
        correct_mentions(*article, knowledge_.aliases, mentions);
        NamesToResolve names(*article, mentions, knowledge_.aliases);
        Resolved places = resolver_.resolve(article->title, article->body, mentions, names.all(), nullptr);
        if (!article->source.empty()) learnt[article->source].add_article(knowledge_.gazetteer, places);
        recognised.push_back({std::move(mentions), std::move(names), std::move(places)});
    }
    std::map<std::string_view, SourcePrior> known = learnt;
    for (std::size_t i = 0; i < priors.size(); ++i) {
        const std::string_view source = articles[i]->source;
        // Each source's once.
        if (priors[i] != nullptr && known[source].articles() <= learnt[source].articles())
            known[source].merge(*priors[i]);
    }
    std::vector<ArticleEntities> result;
    result.reserve(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const Article& article = *articles[i];
        Recognised& each = recognised[i];
        // An article's own places say nothing new about it.
        const auto prior = known.find(article.source);
        if (prior != known.end() && prior->second.articles() > 1 && has_doubts(each.mentions, each.places)) {
            each.places = resolver_.resolve(article.title, article.body, each.mentions, each.names.all(),
                                            &prior->second);
        }
        ArticleBuilder builder(article, knowledge_.gazetteer, knowledge_.aliases);
        result.push_back(builder.build(std::move(each.mentions), each.names, each.places));
    }
    for (const auto& [source, prior] : learnt)
        learnt_[std::string(source)].merge(prior);
    return result;
}

std::map<std::string, SourcePrior> Annotator::take_learnt() {
    return std::exchange(learnt_, {});
}

}  // namespace broadsheet::entities
