// What an index knows of names: how facet values are spelt, what else they are called, where places lie, and
// where the sources are.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/document.h"
#include "indexer/entities/article_entities.h"
#include "indexer/entities/places/source_prior.h"
#include "schema/labels.h"

namespace broadsheet {

class NameTable {
public:
    // Counts an article's spellings. `found` may be null.
    void add(const std::vector<LabelledValue>& values, const entities::ArticleEntities* found);

    // Adds what a source's articles say of where it is.
    void add_homes(const std::map<std::string, entities::SourcePrior>& homes);

    bool empty() const { return labels_.empty() && homes_.empty(); }
    // Values and other names: what its memory grows with.
    std::size_t size() const;

    // As the metadata of a new database without documents, to be merged with others, and empties the table.
    void write(const std::filesystem::path& database);

private:
    void add_names(const entities::NamedEntity& named);
    void add_alias(FacetValue value, std::string_view key);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Aliases = std::unordered_map<std::string, std::vector<ValueId>, TextHash, std::equal_to<>>;

    struct Hash {
        std::size_t operator()(const FacetValue& value) const { return value.id; }  // a hash already
    };
    std::unordered_map<FacetValue, LabelForms, Hash> labels_;
    std::array<Aliases, entity_fields.size()> aliases_;  // of each field by name_key()
    std::unordered_map<ValueId, std::string> places_;    // encoded
    std::map<std::string, entities::SourcePrior> homes_;
};

}  // namespace broadsheet
