// Puts together what is known of one article's names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/article_entities.h"
#include "indexer/entities/identity/alias_table.h"
#include "indexer/entities/identity/grouping.h"
#include "indexer/entities/places/names_to_resolve.h"
#include "indexer/entities/places/resolver.h"
#include "schema/article.h"

namespace broadsheet::entities {

// Used once: for one article.
class ArticleBuilder {
public:
    ArticleBuilder(const Article& article, const Gazetteer& gazetteer, const AliasTable& aliases);

    ArticleEntities build(std::vector<Mention> mentions, const NamesToResolve& names, const Resolved& places);

private:
    struct NameList;

    NameList names_of(EntityType type, const std::vector<std::string>& given) const;
    void add_named(EntityType type, const std::vector<std::string>& given);
    std::vector<Definition> definitions(const NameList& names) const;
    void add_places(const NamesToResolve& names, const Resolved& places);
    void find_dateline();
    void add_what_places_lie_in();
    std::vector<PlaceNumber> around(PlaceNumber number) const;
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
