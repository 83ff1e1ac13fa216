// What a segment's database knows of names (how facet values are spelt, what else they are called, where
// places lie) as a mapped hash table: Xapian reads a block from the disk for each, and an answer shows
// hundreds.
//
//     records: one after the other: key, value, each with its length in front
//     slots:   a power of two of them, by hash of the key (XXH3), filled to two thirds at most, collisions in
//              the next ones: 16 bits of the hash << 48 | offset of the record + 1, or 0
//
// The file is derived from the database's metadata, which stays: stock servers of shards on other machines
// have nothing else. The metadata of a segment does not change once it is published.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "schema/index/section_file.h"

namespace broadsheet {

// Whether the file has the entry of this key of the metadata.
bool is_name_key(std::string_view key);

void write_names(const Xapian::Database& segment, const std::filesystem::path& path, bool sync);

// Immutable; can be shared by threads.
class Names {
public:
    static constexpr std::uint32_t version = 1;  // of the file

    // Throws as SectionFile does.
    Names(const std::filesystem::path& path, const std::string& database_uuid);

    // The value of a key for which is_name_key() holds; empty when the segment has none. Valid as long as the
    // object. Throws Error(index_damaged).
    std::string_view find(std::string_view key) const;

    std::uint64_t size() const { return size_; }  // entries
    void verify() const { file_.verify(); }

private:
    SectionFile file_;
    std::string_view records_;
    std::span<const std::uint64_t> slots_;
    std::uint64_t size_ = 0;
};

}  // namespace broadsheet
