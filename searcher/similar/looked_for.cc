#include "searcher/similar/looked_for.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "schema/error.h"
#include "searcher/match/bm25.h"
#include "searcher/similar/telling_words.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_entities = 20;
constexpr std::size_t most_looked_up = 200;  // of the article's entities, by salience

// An article has to have one of so many words, the most telling ones. Those that have but others of them are
// many and never among the best, and scoring them takes most of the time.
constexpr std::size_t most_required = 30;

// Sections and tags of what is written to persuade and not to inform.
constexpr std::array<std::string_view, 11> opinion_sections{
    "opinion",    "opinions", "editorial", "editorials", "op-ed", "letters", "letters to the editor",
    "commentary", "comment",  "columns",   "leaders"};

constexpr std::array<FieldId, 2> section_fields{FieldId::section, FieldId::tag};

std::vector<WeighedEntity> weighed_entities(const Annotation& annotation, const Xapian::Database& database) {
    std::vector<WeighedEntity> entities;
    for (std::size_t i = 0; i < std::min(annotation.size(), most_looked_up); ++i) {
        const Entity& each = annotation[i];
        const std::uint64_t articles = database.get_termfreq(value_term(each.field, each.id));
        if (articles < 2) continue;
        const double rarity = inverse_frequency(database.get_doccount(), articles);
        entities.push_back({each.field, each.id, rarity * each.salience / 100});
    }
    std::stable_sort(entities.begin(), entities.end(),
                     [](const WeighedEntity& a, const WeighedEntity& b) { return a.weight > b.weight; });
    entities.resize(std::min(entities.size(), most_entities));
    return entities;
}

bool is_asked_for(FieldId field_id, const Restrictions& restrictions) {
    return std::any_of(restrictions.filters.begin(), restrictions.filters.end(),
                       [&](const query::Node& filter) { return field_of(filter) == field_id; });
}

std::vector<Condition> unwanted(const SimilarRequest& request) {
    std::vector<Condition> conditions{{ExactCondition{FieldId::id, request.id}}};
    if (request.with_opinion) return conditions;
    for (const FieldId field_id : section_fields) {
        if (is_asked_for(field_id, request.restrictions)) continue;
        ValueCondition opinion{field_id, {}};
        for (const std::string_view name : opinion_sections)
            opinion.ids.push_back(value_id(field_id, name));
        conditions.push_back({std::move(opinion)});
    }
    return conditions;
}

Restrictions restrictions_for(const SimilarRequest& request, const Article& article) {
    Restrictions restrictions = request.restrictions;
    if (!request.earlier) return restrictions;
    if (!article.date) {
        throw Error(ErrorCode::usage,
                    fmt::format("\"{}\" has no date, so that no article is known to be earlier", request.id),
                    "leave out --earlier");
    }
    restrictions.dates.end = std::min(restrictions.dates.end.value_or(*article.date), *article.date);
    return restrictions;
}

}  // namespace

LookedFor look_for(Snapshot& snapshot, const SimilarRequest& request, Analyser& analyser) {
    const std::optional<Location> location = snapshot.find(request.id);
    if (!location) throw Error(ErrorCode::not_found, fmt::format("there is no article \"{}\"", request.id));
    LookedFor result;
    result.source = snapshot.stored(*location);
    const Xapian::Database& database = snapshot.database();
    result.entities = weighed_entities(result.source.annotation, database);

    TermExpander expander(database, snapshot.manifest().analysis.stemmer);
    result.plan = make_plan({query::Everything{}, {}}, query::Matching::all,
                            restrictions_for(request, result.source.article), snapshot, expander);
    std::vector<ScoringTerm>& words = result.plan.terms;
    words = telling_words(result.source.article, database, analyser, request.ranking.similarity);
    TermCondition one_of;
    for (std::size_t i = 0; i < std::min(words.size(), most_required); ++i)
        one_of.stems.push_back(words[i].stem);
    std::sort(one_of.stems.begin(), one_of.stems.end());
    AllOf all;
    all.parts.push_back({std::move(one_of)});
    all.parts.push_back(std::move(result.plan.condition));
    all.parts.push_back({NoneOf{unwanted(request)}});
    result.plan.condition = {std::move(all)};
    return result;
}

}  // namespace broadsheet
