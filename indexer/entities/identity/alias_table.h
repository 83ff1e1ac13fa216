// Other names of people, organisations and places, from tables of three columns.
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/fields.h"

namespace broadsheet::entities {

// Immutable once filled; can be shared by threads.
class AliasTable {
public:
    // Lines of "canonical name TAB alias TAB kind", the kind being person, organisation or place; empty lines
    // and lines that begin with '#' say nothing. A later line for the same alias replaces the earlier one.
    // Throws Error(usage) naming `origin` and the line.
    void add(std::string_view table, std::string_view origin);
    // Throws Error when the file can not be read, is larger than 64 MB, or as add().
    void add_file(const std::filesystem::path& path);

    // What the table has under one of a field's names, canonical or other, given by its name_key(); null when
    // there is nothing. Valid as long as the table.
    struct Names {
        std::string canonical;
        std::string key;                // of the canonical name
        std::vector<std::string> keys;  // of the others
    };
    const Names* find(FieldId field, std::string_view key) const;

    // What the table has for a place that is spelt so.
    const Names* find_place(std::string_view name) const;

    // The kind of a name that leaves no doubt about it: a canonical one, or an alias of several words, that
    // the table has for one kind only.
    std::optional<FieldId> kind_of(std::string_view name) const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Kind = std::optional<FieldId>;  // nothing: several
    void note_kind(FieldId field, std::string_view name);

    std::deque<Names> all_;
    std::unordered_map<std::string, std::size_t>
        by_key_;  // field number and key of a name to its place in `all_`
    std::unordered_map<std::string, Kind, TextHash, std::equal_to<>> kinds_;          // by name
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> places_;  // by name
};

}  // namespace broadsheet::entities
