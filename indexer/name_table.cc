#include "indexer/name_table.h"

#include <xapian.h>

#include <algorithm>

#include "indexer/source_homes.h"
#include "schema/aliases.h"
#include "schema/place_record.h"

namespace broadsheet {

void NameTable::add(const std::vector<LabelledValue>& values, const entities::ArticleEntities* found) {
    for (const LabelledValue& value : values) {
        const FieldId named = naming_field(value.value.field);
        labels_[{named, value.value.id}].add(value.label);
    }
    if (found == nullptr) return;
    for (const entities::NamedEntity& named : found->entities) {
        if (named.counts()) add_names(named);
    }
    for (const std::uint32_t i : found->dateline)
        add_names(found->entities[i]);
}

void NameTable::add_names(const entities::NamedEntity& named) {
    const FacetValue value{named.entity.field, named.entity.id};
    for (const std::string& key : named.keys)
        add_alias(value, key);
    if (value.field == FieldId::person) {
        // Everybody of a surname can be asked for, also where the articles always have the full name.
        const std::string& key = named.keys.back();
        if (const std::size_t blank = key.rfind(' '); blank != std::string::npos)
            add_alias(value, std::string_view(key).substr(blank + 1));
    }
    if (named.place == entities::no_place) return;
    const auto [place, is_new] = places_.try_emplace(value.id);
    if (!is_new) return;
    place->second = encode(named.where);
    add_alias(value, name_key(value.field, named.label));
}

void NameTable::add_alias(FacetValue value, std::string_view key) {
    Aliases& aliases = aliases_[static_cast<std::size_t>(value.field)];
    auto known = aliases.find(key);
    if (known == aliases.end()) known = aliases.emplace(key, std::vector<ValueId>()).first;
    std::vector<ValueId>& ids = known->second;
    const auto place = std::lower_bound(ids.begin(), ids.end(), value.id);
    if (place == ids.end() || *place != value.id) ids.insert(place, value.id);
}

void NameTable::add_homes(const std::map<std::string, entities::SourcePrior>& homes) {
    for (const auto& [source, prior] : homes)
        homes_[source].merge(prior);
}

std::size_t NameTable::size() const {
    std::size_t size = labels_.size() + places_.size();
    for (const Aliases& aliases : aliases_)
        size += aliases.size();
    return size;
}

void NameTable::write(const std::filesystem::path& database) {
    std::vector<std::pair<std::string, std::string>> entries;
    entries.reserve(size() + homes_.size());
    for (const auto& [value, forms] : labels_)
        entries.emplace_back(label_key(value.field, value.id), forms.encode());
    for (const FieldId field_id : entity_fields) {
        for (const auto& [key, ids] : aliases_[static_cast<std::size_t>(field_id)])
            entries.emplace_back(alias_key(field_id, key), pack_ids(ids));
    }
    for (const auto& [id, record] : places_)
        entries.emplace_back(place_key(id), record);
    for (const auto& [source, prior] : homes_)
        entries.emplace_back(home_key(source), prior.encode());
    *this = {};
    // Xapian puts every entry into its tree at once, and neighbours are cheap.
    std::sort(entries.begin(), entries.end());
    Xapian::WritableDatabase names(database.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                          Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                                                          Xapian::DB_DANGEROUS);
    for (const auto& [key, value] : entries)
        names.set_metadata(key, value);
    names.commit();
}

}  // namespace broadsheet
