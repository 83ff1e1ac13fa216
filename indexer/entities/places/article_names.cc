#include "indexer/entities/places/article_names.h"

#include <algorithm>
#include <cmath>

#include "indexer/entities/tagging/hash.h"

namespace broadsheet::entities {
namespace {

constexpr std::size_t fewest_slots = 64;

bool suits(UnitWord unit, const Gazetteer::Row& row) {
    switch (unit) {
        case UnitWord::none:
            return false;
        case UnitWord::town:
            return row.kind == PlaceKind::town;
        case UnitWord::district:
            return row.kind == PlaceKind::district;
        case UnitWord::region:
            return row.kind == PlaceKind::region;
        case UnitWord::country:
            return row.kind == PlaceKind::country;
    }
    return false;
}

}  // namespace

void ArticleNames::clear() {
    names.clear();
    options.clear();
    slots_.assign(fewest_slots, {});
    used_ = 0;
}

ArticleNames::Lookup ArticleNames::look_up(std::string_view written) {
    place_key(written, key_);
    std::string_view key = key_;
    Lookup name;
    name.hash = hash_bytes(key);
    std::string_view bare = key;
    name.unit = strip_unit_word(bare);
    name.found = gazetteer_.find(key);
    if (name.found.empty() && name.unit != UnitWord::none) name.found = gazetteer_.find(bare);
    name.people = gazetteer_.find_demonym(key);
    return name;
}

ArticleNames::Number ArticleNames::add(std::string_view written, const Container& after,
                                       const Container& before) {
    const NameParts parts = parts_of(written);
    const Lookup name = look_up(parts.name);
    if (name.found.empty() && name.people == no_place) return none;
    PlaceNumber container = no_place;
    if (!parts.container.empty()) {
        container = around(name, parts.container);
    } else {
        container = container_of(name, after);
        if (container == no_place) container = container_of(name, before);
    }
    return intern(name, container);
}

PlaceNumber ArticleNames::container_of(const Lookup& name, const Container& readings) {
    for (std::size_t i = 0; i < readings.count; ++i) {
        const PlaceNumber unit = around(name, readings.readings[i]);
        if (unit != no_place) return unit;
    }
    return no_place;
}

// The unit of that name in which one of the name's places lies.
PlaceNumber ArticleNames::around(const Lookup& name, std::string_view reading) {
    const bool abbreviation = may_be_abbreviation(reading);
    const auto units = look_up(reading).found;
    // A list of countries is no nest of them.
    if (name.found.empty()) return no_place;
    if (gazetteer_.row(name.found.front().place()).kind == PlaceKind::country && !units.empty() &&
        gazetteer_.row(units.front().place()).kind == PlaceKind::country)
        return no_place;
    PlaceNumber best = no_place;
    for (const Gazetteer::Candidate& unit : units) {
        const PlaceKind kind = gazetteer_.row(unit.place()).kind;
        if (kind == PlaceKind::town || kind == PlaceKind::area) continue;
        if (unit.form() == NameForm::abbreviation && !abbreviation) continue;
        for (const Gazetteer::Candidate& candidate : name.found) {
            if (candidate.place() == unit.place() || !inside(gazetteer_.row(candidate.place()), unit.place()))
                continue;
            if (best == no_place || gazetteer_.row(unit.place()).population > gazetteer_.row(best).population)
                best = unit.place();
            break;
        }
    }
    return best;
}

ArticleNames::Number ArticleNames::intern(const Lookup& name, PlaceNumber container) {
    if ((used_ + 1) * 2 > slots_.size()) {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.name == none) continue;
            std::size_t at = slot.hash & (slots_.size() - 1);
            while (slots_[at].name != none)
                at = (at + 1) & (slots_.size() - 1);
            slots_[at] = slot;
        }
    }
    const std::uint64_t hash = mix(name.hash, container);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].name != none && slots_[at].hash != hash)
        at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].name == none) {
        slots_[at] = {hash, static_cast<Number>(names.size())};
        ++used_;
        names.push_back(
            {name.hash, container, static_cast<std::uint32_t>(options.size()), 0, 0, name.unit, 0});
        add_options(name, container);
        names.back().count = static_cast<std::uint32_t>(options.size()) - names.back().first;
    }
    ++names[slots_[at].name].mentions;
    return slots_[at].name;
}

void ArticleNames::add_options(const Lookup& name, PlaceNumber container) {
    const std::size_t first = options.size();
    for (const Gazetteer::Candidate& candidate : name.found) {
        const bool contained = container != no_place && candidate.place() != container &&
                               inside(gazetteer_.row(candidate.place()), container);
        if (options.size() - first < most_options || contained) add_option(candidate, name.unit, contained);
    }
    if (name.people != no_place) add_option({name.people}, UnitWord::none, false);
    lower_namesakes(std::span(options).subspan(first), name.unit);
}

float ArticleNames::crowd(const Gazetteer::Row& row) const {
    constexpr float large = 5.5F;
    const float power = std::log10(static_cast<float>(row.population) + 10.0F);
    const float beyond = row.kind == PlaceKind::town ? std::max(0.0F, power - large) : 0.0F;
    return weights_.population * power + weights_.world_city * beyond;
}

void ArticleNames::add_option(Gazetteer::Candidate candidate, UnitWord unit, bool contained) {
    const Gazetteer::Row& row = gazetteer_.row(candidate.place());
    Option option{};
    option.place = candidate.place();
    option.country = row.country;
    option.region = row.region;
    option.district = row.district;
    option.square_row = static_cast<std::uint16_t>(std::clamp(row.latitude + 90.0F, 0.0F, 179.0F));
    option.square_column = static_cast<std::uint16_t>(std::clamp(row.longitude + 180.0F, 0.0F, 359.0F));
    option.contained = contained;
    option.stripped = candidate.form() == NameForm::stripped && !suits(unit, row);
    option.crowd = crowd(row);
    option.base = option.crowd + weights_.kind[static_cast<std::size_t>(row.kind)] +
                  weights_.seat[row.seat & 3] + weights_.form[static_cast<std::size_t>(candidate.form())];
    if (suits(unit, row)) option.base += weights_.unit_word;
    if (contained) option.base += weights_.contained;
    option.score = option.base;
    options.push_back(option);
}

// News means the town where a province has the name of its seat.
void ArticleNames::lower_namesakes(std::span<Option> of_name, UnitWord unit) {
    constexpr std::uint32_t weighty = 7;  // the town has at least such a part of the unit's people
    for (Option& whole : of_name) {
        const Gazetteer::Row& row = gazetteer_.row(whole.place);
        if ((row.kind != PlaceKind::region && row.kind != PlaceKind::district) || suits(unit, row)) continue;
        const bool has_town = std::any_of(of_name.begin(), of_name.end(), [&](const Option& part) {
            const Gazetteer::Row& town = gazetteer_.row(part.place);
            if (town.kind != PlaceKind::town) return false;
            // Washington lies in no state, but is what is meant before the state is.
            if (town.seat == 3 && town.country == row.country) return true;
            return inside(town, whole.place) &&
                   (town.seat >= 2 || town.population > row.population / weighty);
        });
        if (has_town) whole.base += weights_.namesake;
    }
}

}  // namespace broadsheet::entities
