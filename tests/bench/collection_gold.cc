// What is recognised in a collection, held against the people, organisations and places that its editors
// gave:
//
//     bench-collection-gold SOURCE...
//
// Prints precision and recall over all articles for which the collection gives something of a kind: of
// everything that the text names, and of the subjects (what `about:` finds). Places count as their countries.
// Editors list what an article is about, so that the precision of all names is low by nature.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "indexer/entities/annotator.h"
#include "schema/place_id.h"

namespace {

using namespace broadsheet;
using entities::ArticleEntities;
using entities::NamedEntity;

struct Count {
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t right = 0;

    double precision() const {
        return found == 0 ? 0 : static_cast<double>(right) / static_cast<double>(found);
    }
    double recall() const { return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold); }
};

// Countries, and what is at the top beside them.
std::set<ValueId> countries(const ArticleEntities& found, bool given, std::uint8_t least_salience) {
    std::set<ValueId> ids;
    for (const NamedEntity& each : found.entities) {
        if (each.entity.field != FieldId::place || is_name_only(each.entity.id)) continue;
        if (given ? !each.entity.given : !(each.recognised || each.implied)) continue;
        if (!given && each.entity.salience < least_salience) continue;
        if (level_of(each.entity.id) <= PlaceLevel::country) ids.insert(each.entity.id);
    }
    return ids;
}

void compare_places(const ArticleEntities& gold, const ArticleEntities& found, std::uint8_t least,
                    bool with_dateline, Count& count) {
    const std::set<ValueId> wanted = countries(gold, true, 0);
    if (wanted.empty()) return;
    std::set<ValueId> got = countries(found, false, least);
    for (const std::uint32_t i : found.dateline) {
        const ValueId id = found.entities[i].entity.id;
        if (with_dateline && level_of(id) == PlaceLevel::country) got.insert(id);
    }
    count.gold += wanted.size();
    count.found += got.size();
    for (const ValueId id : got)
        count.right += wanted.contains(id) ? 1 : 0;
}

// The collection's names can be lone surnames: an entity is right that has the name among its own.
void compare_names(FieldId field_id, const std::vector<std::string>& gold, const ArticleEntities& found,
                   std::uint8_t least, Count& count) {
    if (gold.empty()) return;
    std::set<std::string> wanted;
    for (const std::string& name : gold)
        wanted.insert(name_key(field_id, name));
    count.gold += wanted.size();
    for (const NamedEntity& each : found.entities) {
        if (each.entity.field != field_id || !each.recognised || each.entity.salience < least) continue;
        ++count.found;
        for (const std::string& key : each.keys) {
            const std::size_t surname = key.rfind(' ') + 1;
            if (wanted.erase(key) + wanted.erase(key.substr(surname)) == 0) continue;
            ++count.right;
            break;
        }
    }
}

void print(std::string_view what, const Count& count) {
    fmt::print("{:<30} precision {:.3f}  recall {:.3f}  ({} given, {} found)\n", what, count.precision(),
               count.recall(), count.gold, count.found);
}

}  // namespace

int main(int argc, char** argv) {
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    entities::Annotator annotator(knowledge);
    constexpr std::array<std::uint8_t, 2> least{0, subject_salience};
    std::array<std::array<Count, 3>, 2> counts;
    Count with_dateline;
    Receiver receiver;
    receiver.article = [&](Article&& article) {
        Article bare = article;
        bare.people.clear();
        bare.organisations.clear();
        bare.places.clear();
        const std::array<const Article*, 2> pair{&article, &bare};
        const ArticleEntities gold = std::move(annotator.annotate(std::span(pair).first(1)).front());
        const ArticleEntities found = std::move(annotator.annotate(std::span(pair).last(1)).front());
        for (std::size_t i = 0; i < least.size(); ++i) {
            compare_names(FieldId::person, article.people, found, least[i], counts[i][0]);
            compare_names(FieldId::organisation, article.organisations, found, least[i], counts[i][1]);
            compare_places(gold, found, least[i], false, counts[i][2]);
        }
        compare_places(gold, found, 0, true, with_dateline);
        return true;
    };
    receiver.problem = [](const Problem&) { return true; };
    ReadTotals totals;
    read_sources({argv + 1, argv + argc}, {}, std::cin, receiver, totals);
    for (std::size_t i = 0; i < least.size(); ++i) {
        const std::string_view which = i == 0 ? "all named" : "subjects";
        for (std::size_t kind = 0; kind < entity_fields.size(); ++kind)
            print(fmt::format("{}: {}", which, field(entity_fields[kind]).name), counts[i][kind]);
    }
    print("all named and dateline: place", with_dateline);
}
