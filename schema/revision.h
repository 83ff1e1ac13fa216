// Earlier versions of an article that corrections replaced, kept with the present one: a second zstd frame
// behind its own in the data of its Xapian document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"
#include "schema/fields.h"

namespace broadsheet {

// A version that is no longer searched.
struct Revision {
    std::int64_t replaced = 0;  // when the index took the next version; seconds since 1970-01-01T00:00Z
    Article article;

    friend bool operator==(const Revision&, const Revision&) = default;
};

struct Revisions {
    std::uint64_t count = 0;     // of all that were replaced
    std::vector<Revision> kept;  // the last of them, oldest first

    // Of kept.front(). The first version of all is number 1, the present one count + 1.
    std::uint64_t first_kept() const { return count - kept.size() + 1; }
    // Null where that version is not kept.
    const Revision* find(std::uint64_t number) const;

    friend bool operator==(const Revisions&, const Revisions&) = default;
};

// Beyond either, the oldest versions are dropped.
inline constexpr std::size_t most_kept_revisions = 8;
inline constexpr std::size_t most_kept_bytes = std::size_t{512} << 10;  // of one article's, uncompressed

// The slot of Revisions::count, as Xapian sorts numbers; of articles that were corrected.
inline constexpr Slot revisions_slot = 3;

// Whether readers of `earlier` would call `later` a correction: another headline or text, and not only
// because the same record was read in another way.
bool is_correction(const Article& earlier, const Article& later);

// Adds the version that was the present one, replaced at `now`.
void add_revision(Revisions& revisions, Article replaced, std::int64_t now);

// A frame to be appended to the article's own; empty for an article without revisions.
std::string compress_revisions(const Revisions& revisions);

// Of a document's data: the article's frame and what follows it. Throws Error(index_damaged).
Revisions stored_revisions(std::string_view data);

}  // namespace broadsheet
