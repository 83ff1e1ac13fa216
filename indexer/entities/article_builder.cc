#include "indexer/entities/article_builder.h"

#include <xxhash.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/entities/salience.h"
#include "schema/analysis/name_key.h"
#include "schema/place_id.h"
#include "schema/terms.h"

namespace broadsheet::entities {

namespace {

// A list of names is no article; what it is least about is left out.
constexpr std::size_t most_entities = 4000;

PlaceLevel level(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::area:
            return PlaceLevel::area;
        case PlaceKind::country:
            return PlaceLevel::country;
        case PlaceKind::region:
            return PlaceLevel::region;
        case PlaceKind::district:
            return PlaceLevel::district;
        case PlaceKind::town:
            return PlaceLevel::town;
    }
    return PlaceLevel::name;
}

ValueId id_of(const Gazetteer& gazetteer, const Place& place) {
    const std::uint32_t country = place.country == no_place ? 0 : gazetteer.row(place.country).geonames_id;
    const std::uint32_t number =
        place.geonames_id != 0
            ? place.geonames_id
            : static_cast<std::uint32_t>(XXH3_64bits(place.name.data(), place.name.size()));
    return place_id(level(place.kind), country, number);
}

FieldId field_of(EntityType type) {
    switch (type) {
        case EntityType::person:
            return FieldId::person;
        case EntityType::organisation:
            return FieldId::organisation;
        case EntityType::place:
            return FieldId::place;
    }
    return FieldId::place;
}

// The short form in brackets after a name: "ESA" of " (ESA) said"; empty where there is none.
std::string_view bracketed(std::string_view after) {
    constexpr std::string_view opening = " (";
    constexpr std::size_t longest = 12;
    if (!after.starts_with(opening)) return {};
    after.remove_prefix(opening.size());
    const std::size_t end = after.substr(0, longest).find(')');
    return end == std::string_view::npos ? std::string_view() : after.substr(0, end);
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// A name of a headline or a dateline in capitals as it is written elsewhere; organisations' can be short
// forms.
std::string shown(std::string_view name, EntityType type) {
    constexpr std::size_t longest_short_form = 4;
    std::string text(name);
    const bool is_word = name.size() > longest_short_form && type != EntityType::organisation &&
                         std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_word) return text;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (is_capital(text[i]) && (is_capital(name[i - 1]) || name[i - 1] == '\''))
            text[i] = static_cast<char>(text[i] - 'A' + 'a');
    }
    return text;
}

}  // namespace

// The distinct spellings of one kind of name, and where they are from.
struct ArticleBuilder::NameList {
    std::vector<Spelling> spellings;
    std::unordered_map<std::string_view, std::uint32_t> index;
    std::vector<std::uint32_t> mentions;  // numbers of mentions,
    std::vector<std::uint32_t> of;        // and their spellings
    std::vector<std::uint32_t> given;     // spellings of the collection's names

    std::uint32_t add(std::string_view text) {
        const auto [place, is_new] = index.try_emplace(text, static_cast<std::uint32_t>(spellings.size()));
        if (is_new) {
            spellings.push_back({text, 1});
        } else {
            ++spellings[place->second].count;
        }
        return place->second;
    }
};

ArticleBuilder::ArticleBuilder(const Article& article, const Gazetteer& gazetteer, const AliasTable& aliases)
    : article_(article), gazetteer_(gazetteer), aliases_(aliases) {}

ArticleEntities ArticleBuilder::build(std::vector<Mention> mentions, const NamesToResolve& names,
                                      const Resolved& places) {
    result_.mentions = std::move(mentions);
    result_.entity_of.assign(result_.mentions.size(), ArticleEntities::none);
    add_named(EntityType::person, article_.people);
    add_named(EntityType::organisation, article_.organisations);
    add_places(names, places);
    find_dateline();
    add_what_places_lie_in();
    weigh();
    sort();
    return std::move(result_);
}

ArticleBuilder::NameList ArticleBuilder::names_of(EntityType type,
                                                  const std::vector<std::string>& given) const {
    NameList names;
    for (std::uint32_t i = 0; i < result_.mentions.size(); ++i) {
        if (result_.mentions[i].type != type) continue;
        names.mentions.push_back(i);
        names.of.push_back(names.add(text_of(article_, result_.mentions[i])));
    }
    for (const std::string& name : given) {
        if (!name.empty()) names.given.push_back(names.add(name));
    }
    return names;
}

void ArticleBuilder::add_named(EntityType type, const std::vector<std::string>& given) {
    const NameList names = names_of(type, given);
    const std::vector<Spelling>& spellings = names.spellings;
    const Groups groups = type == EntityType::person ? group_people(spellings)
                                                     : group_organisations(spellings, definitions(names));
    const FieldId field_id = field_of(type);
    std::vector<const AliasTable::Names*> known(spellings.size());  // by group
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
        const std::uint32_t full = groups.representative[i];
        if (known[full] != nullptr && i != full) continue;
        if (const AliasTable::Names* found = aliases_.find(field_id, groups.keys[i])) known[full] = found;
    }
    std::vector<std::uint32_t> entities(spellings.size());
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
        const std::uint32_t full = groups.representative[i];
        if (i != full) continue;
        if (const AliasTable::Names* table = known[full]) {
            entities[full] = entity(field_id, id_of_key(field_id, table->key), table->canonical);
            std::vector<std::string>& keys = result_.entities[entities[full]].keys;
            keys.insert(keys.end(), table->keys.begin(), table->keys.end());
            keys.push_back(table->key);
        } else {
            entities[full] =
                entity(field_id, id_of_key(field_id, groups.keys[full]), shown(spellings[full].text, type));
        }
    }
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
        entities[i] = entities[groups.representative[i]];
        result_.entities[entities[i]].keys.push_back(groups.keys[i]);
    }
    for (std::size_t i = 0; i < names.mentions.size(); ++i)
        mention(names.mentions[i], entities[names.of[i]]);
    for (const std::uint32_t spelling : names.given)
        give(entities[spelling]);
}

std::vector<Definition> ArticleBuilder::definitions(const NameList& names) const {
    std::vector<Definition> result;
    for (std::size_t i = 0; i < names.mentions.size(); ++i) {
        const Mention& mention = result_.mentions[names.mentions[i]];
        const std::string_view text = mention.in_title ? article_.title : article_.body;
        const std::string_view acronym = bracketed(text.substr(mention.end));
        const auto found = names.index.find(acronym);
        if (found == names.index.end() || found->second == names.of[i]) continue;
        if (is_acronym_of(acronym, text_of(article_, mention)))
            result.emplace_back(names.of[i], found->second);
    }
    return result;
}

void ArticleBuilder::add_places(const NamesToResolve& names, const Resolved& places) {
    std::map<std::pair<std::string_view, PlaceNumber>, std::uint32_t> known;
    for (std::size_t i = 0; i < result_.mentions.size(); ++i) {
        if (result_.mentions[i].type != EntityType::place) continue;
        const std::string_view name = text_of(article_, result_.mentions[i]);
        const std::ptrdiff_t alias = names.alias(name);
        const auto in_table = static_cast<std::size_t>(alias);
        const PlaceNumber number = alias < 0 ? places.mentions[i].place : places.given[in_table].place;
        const std::string_view called = alias < 0 ? name : std::string_view(names.all()[in_table]);
        const auto [place_known, is_new] = known.try_emplace({name, number});
        if (is_new) {
            place_known->second = number != no_place ? place(number) : place_name(called);
            result_.entities[place_known->second].keys.push_back(name_key(FieldId::place, name));
        }
        mention(i, place_known->second);
    }
    for (std::size_t i = 0; i < article_.places.size(); ++i) {
        const std::string& name = article_.places[i];
        if (name.empty()) continue;
        const PlaceNumber number = places.given[i].place;
        const std::uint32_t found = number != no_place ? place(number) : place_name(name);
        result_.entities[found].keys.push_back(name_key(FieldId::place, name));
        give(found);
    }
}

// What a place lies in: its region and its country.
std::vector<PlaceNumber> ArticleBuilder::around(PlaceNumber number) const {
    const Place row = gazetteer_[number];
    std::vector<PlaceNumber> result;
    for (const PlaceNumber outer : {row.region, row.country}) {
        if (outer != no_place && outer != number) result.push_back(outer);
    }
    return result;
}

void ArticleBuilder::find_dateline() {
    for (std::size_t i = 0; i < result_.mentions.size(); ++i) {
        if (result_.mentions[i].role != Role::dateline || result_.mentions[i].type != EntityType::place)
            continue;
        const std::uint32_t found = result_.entity_of[i];
        result_.dateline.push_back(found);
        const PlaceNumber number = result_.entities[found].place;
        if (number == no_place) return;
        for (const PlaceNumber outer : around(number))
            result_.dateline.push_back(place(outer));
        return;
    }
}

// An article on Baghdad is one on Iraq.
void ArticleBuilder::add_what_places_lie_in() {
    for (std::size_t i = 0; i < result_.entities.size(); ++i) {
        if (!result_.entities[i].counts() || result_.entities[i].place == no_place) continue;
        for (const PlaceNumber number : around(result_.entities[i].place)) {
            NamedEntity& outer = result_.entities[place(number)];
            outer.implied = outer.implied || !outer.counts();
        }
    }
}

std::uint32_t ArticleBuilder::entity(FieldId field, ValueId id, std::string_view label) {
    const auto [place, is_new] =
        index_.try_emplace({field, id}, static_cast<std::uint32_t>(result_.entities.size()));
    if (is_new) {
        NamedEntity& made = result_.entities.emplace_back();
        made.entity.field = field;
        made.entity.id = id;
        made.label = label;
    }
    return place->second;
}

std::uint32_t ArticleBuilder::place(PlaceNumber number) {
    const Place row = gazetteer_[number];
    const std::uint32_t found = entity(FieldId::place, id_of(gazetteer_, row), row.name);
    NamedEntity& named = result_.entities[found];
    named.place = number;
    named.where = {row.latitude, row.longitude, 0};
    if (row.region != no_place && row.region != number)
        named.where.region = id_of(gazetteer_, gazetteer_[row.region]);
    return found;
}

std::uint32_t ArticleBuilder::place_name(std::string_view name) {
    return entity(FieldId::place, value_id(FieldId::place, name), shown(name, EntityType::place));
}

void ArticleBuilder::mention(std::size_t number, std::uint32_t entity) {
    result_.entity_of[number] = entity;
    const Mention& mention = result_.mentions[number];
    if (mention.role != Role::subject) return;
    NamedEntity& named = result_.entities[entity];
    named.recognised = true;
    named.entity.mentions.push_back({mention.begin, mention.end, mention.in_title});
}

void ArticleBuilder::give(std::uint32_t entity) {
    result_.entities[entity].entity.given = true;
}

void ArticleBuilder::weigh() {
    std::size_t most = 0;
    for (const NamedEntity& each : result_.entities)
        most = std::max(most, each.entity.mentions.size());
    // A place is mentioned wherever what lies in it is.
    std::map<PlaceNumber, std::pair<std::vector<EntityMention>, bool>> within;
    for (const NamedEntity& each : result_.entities) {
        if (each.place == no_place) continue;
        for (const PlaceNumber outer : around(each.place)) {
            auto& [mentions, given] = within[outer];
            mentions.insert(mentions.end(), each.entity.mentions.begin(), each.entity.mentions.end());
            given = given || each.entity.given;
        }
    }
    for (NamedEntity& each : result_.entities) {
        Entity& entity = each.entity;
        const auto found = each.place == no_place ? within.end() : within.find(each.place);
        if (found == within.end()) {
            entity.salience = salience(entity.mentions, entity.given, article_.body, most);
            continue;
        }
        auto& [mentions, given] = found->second;
        mentions.insert(mentions.end(), entity.mentions.begin(), entity.mentions.end());
        entity.salience = salience(mentions, given || entity.given, article_.body, most);
    }
}

void ArticleBuilder::sort() {
    std::vector<std::uint32_t> order(result_.entities.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto before = [this](std::uint32_t a, std::uint32_t b) {
        const Entity& left = result_.entities[a].entity;
        const Entity& right = result_.entities[b].entity;
        if (left.salience != right.salience) return left.salience > right.salience;
        return std::pair(left.field, left.id) < std::pair(right.field, right.id);
    };
    std::sort(order.begin(), order.end(), before);
    order.resize(std::min(order.size(), most_entities));
    std::vector<std::uint32_t> place_in_order(result_.entities.size(), ArticleEntities::none);
    std::vector<NamedEntity> sorted;
    for (const std::uint32_t old : order) {
        place_in_order[old] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(result_.entities[old]));
    }
    result_.entities = std::move(sorted);
    for (std::uint32_t& entity : result_.entity_of) {
        if (entity != ArticleEntities::none) entity = place_in_order[entity];
    }
    for (std::uint32_t& entity : result_.dateline)
        entity = place_in_order[entity];
    std::erase(result_.dateline, ArticleEntities::none);
}

}  // namespace broadsheet::entities
