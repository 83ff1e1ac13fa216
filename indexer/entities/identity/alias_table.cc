#include "indexer/entities/identity/alias_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "corpus/charset.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/terms.h"

namespace broadsheet::entities {

namespace {

constexpr std::uintmax_t largest_table = 64u << 20;

std::string entry_key(FieldId field_id, std::string_view key) {
    std::string entry(1, static_cast<char>(field_id));
    entry += key;
    return entry;
}

// The text before the next `separator`, which is taken off `rest` with it.
std::string_view cut(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

bool is_name(std::string_view text) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !text.empty() && is_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

const Field* read_kind(std::string_view name) {
    const Field* row = find_field(name);
    return row != nullptr && row->id <= FieldId::place ? row : nullptr;
}

}  // namespace

void AliasTable::add(std::string_view table, std::string_view origin) {
    for (std::size_t number = 1; !table.empty(); ++number) {
        std::string_view line = cut(table, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        std::array<std::string_view, 3> columns;
        for (std::string_view& column : columns)
            column = cut(line, '\t');
        const Field* kind = read_kind(columns[2]);
        const bool are_names = is_name(columns[0]) && is_name(columns[1]);
        if (!are_names || kind == nullptr || !line.empty()) {
            throw Error(ErrorCode::usage, fmt::format("{}:{} is no alias", origin, number),
                        "a line is UTF-8: canonical name, TAB, alias, TAB, person, organisation or place");
        }
        const std::string_view name = columns[0];
        const std::string key = name_key(kind->id, name);
        const auto [known, is_new] = by_key_.try_emplace(entry_key(kind->id, key), all_.size());
        if (is_new) all_.push_back({std::string(name), key, {}});
        const std::size_t place = known->second;
        all_[place].keys.push_back(name_key(kind->id, columns[1]));
        by_key_.insert_or_assign(entry_key(kind->id, all_[place].keys.back()), place);
        if (kind->id == FieldId::place) places_.insert_or_assign(std::string(columns[1]), place);
        note_kind(kind->id, name);
        if (columns[1].find(' ') != std::string_view::npos) note_kind(kind->id, columns[1]);
    }
}

void AliasTable::note_kind(FieldId field_id, std::string_view name) {
    const auto [known, is_new] = kinds_.try_emplace(std::string(name), field_id);
    if (!is_new && known->second != field_id) known->second.reset();
}

void AliasTable::add_file(const std::filesystem::path& path) {
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(path, failure);  // fails for what is no plain file
    if (failure) throw system_error(failure.value(), "read " + path.string());
    if (size > largest_table) {
        throw Error(ErrorCode::usage,
                    fmt::format("{} is larger than {} MB", path.string(), largest_table >> 20));
    }
    add(read_file(path), path.string());
}

const AliasTable::Names* AliasTable::find(FieldId field_id, std::string_view key) const {
    const auto found = by_key_.find(entry_key(field_id, key));
    return found == by_key_.end() ? nullptr : &all_[found->second];
}

const AliasTable::Names* AliasTable::find_place(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? nullptr : &all_[found->second];
}

std::optional<FieldId> AliasTable::kind_of(std::string_view name) const {
    const auto found = kinds_.find(name);
    return found == kinds_.end() ? std::nullopt : found->second;
}

}  // namespace broadsheet::entities
