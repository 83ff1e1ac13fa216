// The posting lists of a segment's frequent terms, packed into blocks and mapped: a copy of what Xapian
// holds, from which a matcher reads several times faster than through Xapian's iterators (measured on 100,000
// articles: about 20 ns a posting there, 1 here). Rare terms are left to Xapian, where opening a list is the
// cost.
//
// The file is derived: without it everything is read from Xapian. It has the documents that were there when
// it was written; those deleted since are still in its lists, and readers leave them out.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schema/index/manifest.h"
#include "schema/index/packed_lists.h"
#include "schema/index/section_file.h"

namespace broadsheet {

// Terms of fewer articles are not in the file.
inline constexpr std::uint32_t least_packed_postings = 64;

// Writes the file of a segment's database.
void write_postings(const Xapian::Database& database, const std::filesystem::path& path, bool sync);

// Immutable; can be shared by threads.
class Postings {
public:
    // Throws as SectionFile does.
    Postings(const std::filesystem::path& path, const std::string& database_uuid);

    // Of the database when the file was written.
    DocId last() const { return about_[0]; }
    std::uint32_t articles() const { return about_[1]; }

    // Nothing for a term that is not in the file.
    std::optional<PackedList> find(std::string_view term) const;

    // The terms, ascending.
    std::size_t terms() const { return lists_.size(); }
    std::string_view term(std::size_t number) const;
    PackedList list(std::size_t number) const { return lists_.list(number, last()); }

    void verify() const { file_.verify(); }

private:
    SectionFile file_;
    std::span<const std::uint32_t> about_;
    std::string_view terms_;
    PackedLists lists_;  // labelled with where the term ends in `terms`
};

}  // namespace broadsheet
