#include "schema/index/sketches.h"

#include <algorithm>
#include <array>

#include "schema/error.h"
#include "schema/index/bit_packing.h"

namespace broadsheet {

namespace {

[[noreturn]] void damaged() {
    throw Error(ErrorCode::index_damaged, "the sketches of a segment are damaged",
                "run indexer check --repair");
}

}  // namespace

// A block: bits of a difference, bits of a document (a byte each), then the packed differences to the hash
// before, then the packed documents.
void SketchPacker::pack_block() {
    std::array<std::uint32_t, SketchView::block_size> differences{};
    std::array<std::uint32_t, SketchView::block_size> documents{};
    std::uint32_t most_different = 0;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < block_.size(); ++i) {
        differences[i] = block_[i].hash - block_[i == 0 ? 0 : i - 1].hash;
        documents[i] = block_[i].document;
        most_different = std::max(most_different, differences[i]);
        last = std::max(last, documents[i]);
    }
    packed_.clear();
    packed_ += static_cast<char>(bits_for(most_different));
    packed_ += static_cast<char>(bits_for(last));
    pack(std::span(differences).first(block_.size()), bits_for(most_different), packed_);
    pack(std::span(documents).first(block_.size()), bits_for(last), packed_);
    blocks_.push_back({block_.front().hash, offset_});
    offset_ += static_cast<std::uint32_t>(packed_.size());
    block_.clear();
    write_(packed_);
}

void SketchPacker::add(const SketchEntry& entry) {
    block_.push_back(entry);
    ++entries_;
    if (block_.size() == SketchView::block_size) pack_block();
}

void SketchPacker::finish() {
    if (!block_.empty()) pack_block();
    write_(std::string(packing_slack, '\0'));
}

void SketchView::unpack(std::size_t block, std::vector<SketchEntry>& entries) const {
    const std::size_t count = std::min<std::size_t>(block_size, entries_ - block * block_size);
    const std::size_t begin = blocks_[block].offset;
    if (begin + 2 > packed_.size()) damaged();
    const auto hash_bits = static_cast<unsigned char>(packed_[begin]);
    const auto document_bits = static_cast<unsigned char>(packed_[begin + 1]);
    if (hash_bits > most_packed_bits || document_bits > most_packed_bits) damaged();
    const std::size_t documents_at = begin + 2 + packed_size(count, hash_bits);
    if (documents_at + packed_size(count, document_bits) + packing_slack > packed_.size()) damaged();
    std::array<std::uint32_t, block_size> differences;
    std::array<std::uint32_t, block_size> documents;
    broadsheet::unpack(packed_.data() + begin + 2, hash_bits, count, differences.data());
    broadsheet::unpack(packed_.data() + documents_at, document_bits, count, documents.data());
    entries.clear();
    std::uint32_t hash = blocks_[block].first;
    for (std::size_t i = 0; i < count; ++i) {
        hash += differences[i];
        if (documents[i] == 0 || documents[i] > last_) damaged();
        entries.push_back({hash, documents[i]});
    }
}

bool SketchCursor::load_next() {
    at_ = 0;
    entries_.clear();
    if (next_ == view_.blocks().size()) return false;
    view_.unpack(next_++, entries_);
    return true;
}

bool SketchCursor::next(SketchEntry& entry) {
    if (at_ == entries_.size() && !load_next()) return false;
    entry = entries_[at_++];
    return true;
}

void SketchCursor::find(std::uint32_t hash, std::size_t most, std::vector<DocId>& documents) {
    const std::span<const SketchBlock> blocks = view_.blocks();
    if (entries_.empty() || entries_.back().hash < hash) {
        // The last block that begins before the hash may end with it.
        const auto from = blocks.begin() + static_cast<std::ptrdiff_t>(next_);
        const auto found = std::partition_point(
            from, blocks.end(), [hash](const SketchBlock& each) { return each.first < hash; });
        if (found != from) next_ = static_cast<std::size_t>(found - blocks.begin()) - 1;
        if (!load_next()) return;
    }
    const std::size_t before = documents.size();
    for (;;) {
        while (at_ < entries_.size() && entries_[at_].hash < hash)
            ++at_;
        for (; at_ < entries_.size() && entries_[at_].hash == hash; ++at_) {
            if (documents.size() - before == most) return;
            documents.push_back(entries_[at_].document);
        }
        if (at_ < entries_.size() || next_ == blocks.size() || blocks[next_].first > hash) return;
        load_next();
    }
}

void merge_sketches(const std::vector<SketchView>& views,
                    const std::function<void(std::size_t view, const SketchEntry& entry)>& take) {
    struct Input {
        SketchCursor cursor;
        SketchEntry entry;
        std::size_t view;
    };
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < views.size(); ++i) {
        Input input{SketchCursor(views[i]), {}, i};
        if (input.cursor.next(input.entry)) inputs.push_back(std::move(input));
    }
    // A heap with the smallest in front.
    const auto comes_after = [](const Input& a, const Input& b) {
        return a.entry.hash != b.entry.hash ? a.entry.hash > b.entry.hash : a.view > b.view;
    };
    std::make_heap(inputs.begin(), inputs.end(), comes_after);
    while (!inputs.empty()) {
        std::pop_heap(inputs.begin(), inputs.end(), comes_after);
        Input& smallest = inputs.back();
        take(smallest.view, smallest.entry);
        if (smallest.cursor.next(smallest.entry)) {
            std::push_heap(inputs.begin(), inputs.end(), comes_after);
        } else {
            inputs.pop_back();
        }
    }
}

}  // namespace broadsheet
