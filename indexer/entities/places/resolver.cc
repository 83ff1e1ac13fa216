#include "indexer/entities/places/resolver.h"

#include <algorithm>
#include <cmath>

#include "indexer/entities/places/article_names.h"
#include "indexer/entities/places/context_words.h"
#include "indexer/entities/places/evidence.h"

namespace broadsheet::entities {
namespace {

constexpr int rounds = 3;
// A word that points to a country counts so much of a place's name.
constexpr float context_weight = 0.5F;
constexpr std::uint32_t small_town = 15000;
constexpr float familiar_share = 0.05F;
constexpr float some_support = 0.05F;

float weight_of(const ArticleName& name) {
    return std::log2(1.0F + static_cast<float>(name.mentions));
}

}  // namespace

struct PlaceResolver::State {
    State(const Gazetteer& all, const PlaceWeights& how)
        : gazetteer(all), weights(how), context(all), names(all, weights), evidence(all) {}

    const Gazetteer& gazetteer;
    const PlaceWeights weights;
    ContextWords context;
    ArticleNames names;
    Evidence evidence;
    std::vector<ArticleNames::Number> name_of_mention;
    std::vector<ArticleNames::Number> name_of_given;
    std::vector<std::pair<std::uint64_t, PlaceNumber>> containers;

    void scan(std::string_view text, bool title, std::span<const Mention> mentions);
    void weigh_containers();
    void weigh_prior(const SourcePrior& prior);
    void share_out(std::span<Option> options) const;
    void begin(const ArticleName& name);
    void weigh(ArticleName& name);
    ResolvedPlace choice(const ArticleName& name) const;
    bool is_hopeless(const ArticleName& name, const Option& option) const;
};

PlaceResolver::PlaceResolver(const Gazetteer& gazetteer, const PlaceWeights& weights)
    : state_(std::make_unique<State>(gazetteer, weights)) {}
PlaceResolver::~PlaceResolver() = default;
PlaceResolver::PlaceResolver(PlaceResolver&&) noexcept = default;
PlaceResolver& PlaceResolver::operator=(PlaceResolver&&) noexcept = default;

// The text's words that point to countries and regions, but for those in the names of places, which speak for
// themselves, and of persons, who may be called Jordan.
void PlaceResolver::State::scan(std::string_view text, bool title, std::span<const Mention> mentions) {
    std::size_t next = 0;
    context.scan(text, [&](std::size_t begin, std::size_t end, PlaceNumber place) {
        while (next < mentions.size() && (mentions[next].type == EntityType::organisation ||
                                          mentions[next].in_title != title || mentions[next].end <= begin))
            ++next;
        if (next < mentions.size() && mentions[next].begin < end) return;
        evidence.add_word(place, context_weight);
    });
}

// What the text says of one mention helps the others of its name, and tells where the article is.
void PlaceResolver::State::weigh_containers() {
    containers.clear();
    for (const ArticleName& name : names.names) {
        if (name.container == no_place) continue;
        containers.emplace_back(name.hash, name.container);
        evidence.add_word(name.container, 1.0F);
    }
    if (containers.empty()) return;
    std::sort(containers.begin(), containers.end());
    for (const ArticleName& name : names.names) {
        if (name.container != no_place) continue;
        for (auto it =
                 std::lower_bound(containers.begin(), containers.end(), std::pair(name.hash, PlaceNumber{0}));
             it != containers.end() && it->first == name.hash; ++it) {
            for (std::uint32_t i = name.first; i < name.first + name.count; ++i) {
                Option& option = names.options[i];
                if (option.contained || option.place == it->second) continue;
                if (option.country != it->second && option.region != it->second &&
                    option.district != it->second)
                    continue;
                option.contained = true;
                option.base += weights.contained_elsewhere;
            }
        }
    }
}

void PlaceResolver::State::weigh_prior(const SourcePrior& prior) {
    const auto share = [&](PlaceNumber unit) {
        return unit == no_place ? 0.0F : prior.of_unit(gazetteer.row(unit).geonames_id);
    };
    for (Option& option : names.options) {
        const Gazetteer::Row& row = gazetteer.row(option.place);
        option.familiar = share(option.country) > familiar_share;
        option.base += weights.prior_country * std::sqrt(share(option.country));
        if (row.kind == PlaceKind::country) continue;
        option.base += weights.prior_region * std::sqrt(share(option.region));
        option.base += weights.prior_district * std::sqrt(share(option.district));
        if (row.kind == PlaceKind::town || row.kind == PlaceKind::district)
            option.base += weights.prior_square * std::sqrt(prior.of_square(row.latitude, row.longitude));
    }
}

// Likelihoods of a name's options by their scores.
void PlaceResolver::State::share_out(std::span<Option> options) const {
    constexpr float hopeless = 12.0F;  // so far below the best nothing is left of a likelihood
    float best = -1e30F;
    for (const Option& option : options)
        best = std::max(best, option.score);
    float sum = 0;
    for (Option& option : options) {
        option.likelihood = option.score < best - hopeless ? 0.0F : std::exp(option.score - best);
        sum += option.likelihood;
    }
    for (Option& option : options)
        option.likelihood /= sum;
}

// What each name says by itself: the less the more places it has, however large the largest.
void PlaceResolver::State::begin(const ArticleName& name) {
    const std::span<Option> options(names.options.data() + name.first, name.count);
    for (Option& option : options)
        option.score = option.base - weights.crowd * option.crowd;
    share_out(options);
    for (const Option& option : options)
        evidence.add(option, weight_of(name) * option.likelihood);
}

// Scores a name's options by all evidence but its own, and puts its own in again.
void PlaceResolver::State::weigh(ArticleName& name) {
    const float weight = weight_of(name);
    const std::span<Option> options(names.options.data() + name.first, name.count);
    for (const Option& option : options)
        evidence.add(option, -weight * option.likelihood);
    float best = -1e30F;
    for (Option& option : options) {
        option.score = option.base + weights.country * evidence.country(option) +
                       weights.region * evidence.region(option) +
                       weights.district * evidence.district(option) + weights.near * evidence.near(option);
        if (option.score <= best) continue;
        best = option.score;
        name.support = evidence.country(option);
    }
    share_out(options);
    for (const Option& option : options)
        evidence.add(option, weight * option.likelihood);
}

ResolvedPlace PlaceResolver::State::choice(const ArticleName& name) const {
    const std::span<const Option> options(names.options.data() + name.first, name.count);
    const auto best = std::max_element(options.begin(), options.end(),
                                       [](const Option& a, const Option& b) { return a.score < b.score; });
    if (best == options.end()) return {no_place, 1};
    if (is_hopeless(name, *best)) return {};
    const auto level = [&](const Option& option) { return option.score - weights.crowd * option.crowd; };
    float sum = 0;
    for (const Option& option : options)
        sum += std::exp(level(option) - level(*best));
    return {best->place, 1.0F / sum};
}

// A wrong place on the map is worse than none: what is small, or lacks its `County`, needs something else in
// the article or its source that is in the same country.
bool PlaceResolver::State::is_hopeless(const ArticleName& name, const Option& option) const {
    const Gazetteer::Row& row = gazetteer.row(option.place);
    if (option.contained || option.familiar || name.support > some_support) return false;
    if (row.kind != PlaceKind::town && row.kind != PlaceKind::district) return false;
    return option.stripped || row.population < small_town;
}

Resolved PlaceResolver::resolve(std::string_view title, std::string_view body,
                                std::span<const Mention> mentions, std::span<const std::string> given,
                                const SourcePrior* prior) {
    State& state = *state_;
    ArticleNames& names = state.names;
    names.clear();
    state.evidence.clear();
    state.name_of_mention.clear();
    state.name_of_given.clear();
    for (const Mention& mention : mentions) {
        const std::string_view text = mention.in_title ? title : body;
        if (mention.type != EntityType::place || mention.begin >= mention.end || mention.end > text.size()) {
            state.name_of_mention.push_back(ArticleNames::none);
            continue;
        }
        state.name_of_mention.push_back(names.add(text.substr(mention.begin, mention.end - mention.begin),
                                                  container_after(text, mention.end),
                                                  container_before(text, mention.begin)));
    }
    for (const std::string& name : given)
        state.name_of_given.push_back(names.add(name, {}, {}));

    Resolved result;
    result.mentions.assign(mentions.size(), {});
    result.given.assign(given.size(), {});
    if (names.names.empty()) return result;
    state.scan(title, true, mentions);
    state.scan(body, false, mentions);
    state.weigh_containers();
    if (prior != nullptr && !prior->empty()) state.weigh_prior(*prior);
    for (const ArticleName& name : names.names)
        state.begin(name);
    for (int round = 0; round < rounds; ++round)
        for (ArticleName& name : names.names)
            state.weigh(name);

    for (std::size_t i = 0; i < mentions.size(); ++i)
        if (state.name_of_mention[i] != ArticleNames::none)
            result.mentions[i] = state.choice(names.names[state.name_of_mention[i]]);
    for (std::size_t i = 0; i < given.size(); ++i)
        if (state.name_of_given[i] != ArticleNames::none)
            result.given[i] = state.choice(names.names[state.name_of_given[i]]);
    return result;
}

}  // namespace broadsheet::entities
