// Puts together what is known of one article's names.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/article_entities.h"
#include "indexer/entities/identity/alias_table.h"
#include "indexer/entities/identity/grouping.h"
#include "indexer/entities/places/resolver.h"
#include "schema/article.h"

namespace broadsheet::entities {

// The names of an article that the table of aliases has as places under other names, and those that its
// collection gave.
class PlaceNames {
public:
    PlaceNames(const Article& article, const std::vector<Mention>& mentions, const AliasTable& aliases);

    // For the resolver: the collection's first.
    const std::vector<std::string>& given() const { return given_; }
    // Index in given() of what a name of the text stands for by the table; -1 where it stands for itself.
    std::ptrdiff_t alias(std::string_view name) const;

private:
    std::vector<std::string> given_;
    std::unordered_map<std::string_view, std::ptrdiff_t> aliases_;
};

// The text of a mention.
std::string_view text_of(const Article& article, const Mention& mention);

// Gives names that the table has for one kind only that kind, and companies' short names the companies';
// completes names that begin with an article.
void correct_mentions(const Article& article, const AliasTable& aliases, std::vector<Mention>& mentions);

// Used once: for one article.
class ArticleBuilder {
public:
    ArticleBuilder(const Article& article, const Gazetteer& gazetteer, const AliasTable& aliases);

    ArticleEntities build(std::vector<Mention> mentions, const PlaceNames& names, const Resolved& places);

private:
    struct NameList;

    NameList names_of(EntityType type, const std::vector<std::string>& given) const;
    void add_named(EntityType type, const std::vector<std::string>& given);
    std::vector<Definition> definitions(const NameList& names) const;
    void add_places(const PlaceNames& names, const Resolved& places);
    void find_dateline();
    void add_what_places_lie_in();
    std::uint32_t entity(FieldId field, ValueId id, std::string_view label);
    std::uint32_t place(PlaceNumber number);
    std::uint32_t place_name(std::string_view name);
    void mention(std::size_t number, std::uint32_t entity);
    void give(std::uint32_t entity);
    void weigh();
    void sort();

    const Article& article_;
    const Gazetteer& gazetteer_;
    const AliasTable& aliases_;
    ArticleEntities result_;
    std::map<std::pair<FieldId, ValueId>, std::uint32_t> index_;
};

}  // namespace broadsheet::entities
