#include "indexer/entities/places/evaluate/scores.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/entities/places/place_name.h"
#include "indexer/entities/places/resolver.h"
#include "schema/place_record.h"

namespace broadsheet::entities::places {
namespace {

constexpr double near_km = 161;

bool has_candidate(const Gazetteer& gazetteer, std::string_view written) {
    const std::string key = place_key(written);
    std::string_view bare = key;
    return !gazetteer.find(key).empty() || gazetteer.find_demonym(key) != no_place ||
           (strip_unit_word(bare) != UnitWord::none && !gazetteer.find(bare).empty());
}

class Scorer {
public:
    Scorer(const Gazetteer& gazetteer, const Report& report) : gazetteer_(gazetteer), report_(report) {}

    PlaceScores score(const LocatedArticle& article, const std::vector<Mention>& mentions,
                      const std::vector<ResolvedPlace>& places) const {
        PlaceScores scores;
        std::vector<bool> at_known(mentions.size());
        std::vector<bool> at_unknown(mentions.size());
        std::size_t first = 0;
        for (const Toponym& toponym : article.toponyms) {
            // The first place mention that shares a byte with the marked name.
            PlaceNumber place = no_place;
            bool recognised = false;
            std::size_t at = mentions.size();
            while (first < mentions.size() && mentions[first].end <= toponym.begin)
                ++first;
            for (std::size_t i = first; i < mentions.size() && mentions[i].begin < toponym.end; ++i) {
                if (mentions[i].type != EntityType::place) continue;
                if (recognised) continue;
                recognised = true;
                place = places[i].place;
                at = i;
            }
            if (at < mentions.size()) (toponym.located ? at_known : at_unknown)[at] = true;
            if (!toponym.located) continue;
            const std::size_t before = scores.right;
            score_one(article, toponym, place, scores);
            scores.recognised += recognised ? 1 : 0;
            if (place != no_place && scores.right > before) ++scores.correct;
        }
        for (std::size_t i = 0; i < mentions.size(); ++i)
            if (mentions[i].type == EntityType::place && places[i].place != no_place &&
                (at_known[i] || !at_unknown[i]))
                ++scores.found;
        return scores;
    }

private:
    void score_one(const LocatedArticle& article, const Toponym& toponym, PlaceNumber place,
                   PlaceScores& scores) const {
        ++scores.located;
        double distance = -1;
        bool country_right = false;
        if (place != no_place) {
            ++scores.resolved;
            const Place there = gazetteer_[place];
            distance = kilometres(toponym.latitude, toponym.longitude, there.latitude, there.longitude);
            scores.near += distance <= near_km ? 1 : 0;
            const bool same = there.geonames_id != 0 && there.geonames_id == toponym.geonames_id;
            scores.right += distance <= near_km || same ? 1 : 0;
            country_right =
                there.country != no_place && gazetteer_[there.country].geonames_id == toponym.country_id;
        }
        const std::string_view written =
            std::string_view(article.text).substr(toponym.begin, toponym.end - toponym.begin);
        if (toponym.country_id != 0 && has_candidate(gazetteer_, written)) {
            ++scores.countries;
            scores.country_right += country_right ? 1 : 0;
        }
        if (report_) report_(article, toponym, place, distance);
    }

    const Gazetteer& gazetteer_;
    const Report& report_;
};

}  // namespace

PlaceScores& PlaceScores::operator+=(const PlaceScores& other) {
    for (const auto member : {&PlaceScores::located, &PlaceScores::resolved, &PlaceScores::near,
                              &PlaceScores::right, &PlaceScores::countries, &PlaceScores::country_right,
                              &PlaceScores::found, &PlaceScores::correct, &PlaceScores::recognised})
        this->*member += other.*member;
    return *this;
}

std::vector<Mention> marked_mentions(const LocatedArticle& article) {
    std::vector<Mention> mentions;
    for (const Toponym& toponym : article.toponyms)
        mentions.push_back({toponym.begin, toponym.end, EntityType::place, Role::subject, false});
    return mentions;
}

PlaceScores evaluate(const Gazetteer& gazetteer, const PlaceWeights& weights,
                     const std::vector<LocatedArticle>& articles, const Mentions& mentions, Prior prior,
                     const std::function<bool(const std::string& source)>& chosen, const Report& report) {
    std::map<std::string, std::vector<const LocatedArticle*>> sources;
    for (const LocatedArticle& article : articles)
        if (chosen(article.source)) sources[article.source].push_back(&article);

    PlaceResolver resolver(gazetteer, weights);
    const Scorer scorer(gazetteer, report);
    PlaceScores all;
    for (const auto& [source, members] : sources) {
        std::vector<SourcePrior> priors(prior == Prior::none ? 0 : members.size());
        for (std::size_t i = 0; i < priors.size(); ++i)
            priors[i].add_article(gazetteer,
                                  resolver.resolve({}, members[i]->text, mentions(*members[i]), {}, nullptr));
        for (std::size_t i = 0; i < members.size(); ++i) {
            SourcePrior known;
            for (std::size_t k = 0; k < priors.size(); ++k)
                if (k != i || prior == Prior::whole_source) known.merge(priors[k]);
            const std::vector<Mention> found = mentions(*members[i]);
            const Resolved resolved =
                resolver.resolve({}, members[i]->text, found, {}, prior == Prior::none ? nullptr : &known);
            all += scorer.score(*members[i], found, resolved.mentions);
        }
    }
    return all;
}

}  // namespace broadsheet::entities::places
