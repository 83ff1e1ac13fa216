#include "schema/index/names.h"

#include <xxhash.h>

#include <array>
#include <bit>
#include <vector>

#include "schema/aliases.h"
#include "schema/bytes.h"
#include "schema/labels.h"
#include "schema/place_record.h"

namespace broadsheet {

namespace {

constexpr unsigned offset_bits = 48;
constexpr std::uint64_t offset_mask = (std::uint64_t{1} << offset_bits) - 1;
constexpr std::array<std::string_view, 3> prefixes{alias_key_prefix, label_prefix, place_key_prefix};

struct KeyHash {
    explicit KeyHash(std::string_view key) : hash(XXH3_64bits(key.data(), key.size())) {}
    std::uint64_t tag() const { return hash & ~offset_mask; }
    std::size_t first(std::size_t slots) const { return hash & (slots - 1); }

    std::uint64_t hash;
};

}  // namespace

bool is_name_key(std::string_view key) {
    for (const std::string_view prefix : prefixes) {
        if (key.starts_with(prefix)) return true;
    }
    return false;
}

void write_names(const Xapian::Database& segment, const std::filesystem::path& path, bool sync) {
    SectionFileWriter file(path);
    file.begin_section("records");
    std::vector<std::pair<KeyHash, std::uint64_t>> entries;
    std::uint64_t offset = 0;
    std::string record;
    for (const std::string_view prefix : prefixes) {
        const std::string begin(prefix);
        const Xapian::TermIterator end = segment.metadata_keys_end(begin);
        for (Xapian::TermIterator it = segment.metadata_keys_begin(begin); it != end; ++it) {
            const std::string key = *it;
            record.clear();
            put_text(record, key);
            put_text(record, segment.get_metadata(key));
            file.write(record);
            entries.emplace_back(KeyHash(key), offset);
            offset += record.size();
        }
    }
    std::vector<std::uint64_t> slots(std::bit_ceil(entries.size() * 3 / 2 + 1));
    for (const auto& [hash, place] : entries) {
        std::size_t i = hash.first(slots.size());
        while (slots[i] != 0)
            i = (i + 1) & (slots.size() - 1);
        slots[i] = hash.tag() | (place + 1);
    }
    file.begin_section("slots");
    file.write(std::span<const std::uint64_t>(slots));
    file.begin_section("size");
    const std::array<std::uint64_t, 1> size{entries.size()};
    file.write(std::span<const std::uint64_t>(size));
    file.finish(segment.get_uuid(), Names::version, sync);
}

Names::Names(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      records_(file_.section("records")),
      slots_(file_.array<std::uint64_t>("slots")) {
    const std::span<const std::uint64_t> size = file_.array<std::uint64_t>("size");
    if (size.size() != 1 || !std::has_single_bit(slots_.size()) || size[0] >= slots_.size())
        file_.damaged("its sections do not fit together");
    size_ = size[0];
}

std::string_view Names::find(std::string_view key) const {
    const KeyHash hash(key);
    std::size_t at = hash.first(slots_.size());
    for (std::size_t tried = 0; tried < slots_.size() && slots_[at] != 0; ++tried) {
        if ((slots_[at] & ~offset_mask) == hash.tag()) {
            const std::uint64_t offset = (slots_[at] & offset_mask) - 1;
            if (offset >= records_.size()) file_.damaged("a name is out of bounds");
            ByteReader record(records_.substr(offset), "a name");
            if (record.text() == key) return record.text();
        }
        at = (at + 1) & (slots_.size() - 1);
    }
    return {};
}

}  // namespace broadsheet
