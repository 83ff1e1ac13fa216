// Sketches as they lie in memory and in files: hashes with the documents that have them, sorted and packed in
// blocks, some four bytes each.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet {

struct SketchEntry {
    std::uint32_t hash;
    DocId document;
    friend auto operator<=>(const SketchEntry&, const SketchEntry&) = default;
};

struct SketchBlock {
    std::uint32_t first;   // its smallest hash
    std::uint32_t offset;  // in bytes
};

// Entries that are packed somewhere else.
class SketchView {
public:
    static constexpr std::size_t block_size = 128;  // entries

    SketchView() = default;
    SketchView(std::string_view packed, std::span<const SketchBlock> blocks, std::uint64_t entries,
               DocId last)
        : packed_(packed), blocks_(blocks), entries_(entries), last_(last) {}

    bool fits() const { return blocks_.size() == (entries_ + block_size - 1) / block_size; }
    std::uint64_t entries() const { return entries_; }
    std::span<const SketchBlock> blocks() const { return blocks_; }

    // In place of what `entries` has. Throws Error(index_damaged).
    void unpack(std::size_t block, std::vector<SketchEntry>& entries) const;

private:
    std::string_view packed_;
    std::span<const SketchBlock> blocks_;
    std::uint64_t entries_ = 0;
    DocId last_ = 0;
};

// Packs entries that come in ascending order and hands the bytes on.
class SketchPacker {
public:
    explicit SketchPacker(std::function<void(std::string_view)> write) : write_(std::move(write)) {}

    void add(const SketchEntry& entry);
    void finish();  // nothing can be added afterwards

    std::uint64_t entries() const { return entries_; }
    const std::vector<SketchBlock>& blocks() const { return blocks_; }

private:
    void pack_block();

    std::function<void(std::string_view)> write_;
    std::vector<SketchEntry> block_;
    std::vector<SketchBlock> blocks_;
    std::uint64_t entries_ = 0;
    std::uint32_t offset_ = 0;
    std::string packed_;
};

// Looks hashes up in ascending order.
class SketchCursor {
public:
    explicit SketchCursor(const SketchView& view) : view_(view) {}

    // Appends the documents that have the hash, at most `most`. Every hash must be higher than the one
    // before.
    void find(std::uint32_t hash, std::size_t most, std::vector<DocId>& documents);

    // One entry after the other, ascending; false at the end. Not together with find().
    bool next(SketchEntry& entry);

private:
    bool load_next();

    SketchView view_;
    std::vector<SketchEntry> entries_;  // of the block before next_
    std::size_t at_ = 0;                // in entries_
    std::size_t next_ = 0;              // block
};

// Calls take(view, entry) for the entries of all, ascending by hash; those of one hash in the order of the
// views.
void merge_sketches(const std::vector<SketchView>& views,
                    const std::function<void(std::size_t view, const SketchEntry& entry)>& take);

}  // namespace broadsheet
