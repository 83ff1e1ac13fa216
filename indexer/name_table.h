// What a segment knows of the names of its facet values: how they are spelt, what else they are called, and
// where the places lie.
#pragma once

#include <xapian.h>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/document.h"
#include "indexer/entities/article_entities.h"
#include "schema/labels.h"

namespace broadsheet {

class NameTable {
public:
    // Counts an article's spellings. `found` may be null.
    void add(const std::vector<LabelledValue>& values, const entities::ArticleEntities* found);

    // As metadata.
    void write(Xapian::WritableDatabase& database) const;

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
};

}  // namespace broadsheet
