#include "schema/index/packed_lists.h"

#include <algorithm>
#include <numeric>

#include "schema/error.h"
#include "schema/index/bit_packing.h"

namespace broadsheet {

namespace {

constexpr unsigned bits_that_can_not_wrap = 24;  // in a block, as gaps

}  // namespace

void PackedList::damaged() {
    throw Error(ErrorCode::index_damaged, "a packed posting list is damaged", "run indexer check --repair");
}

std::size_t PackedList::find_block(DocId document, std::size_t from) const {
    // Most often it is near: steps double until one reaches too far.
    std::size_t step = 1;
    std::size_t low = from;
    std::size_t high = from;
    while (high < heads_.size() && heads_[high].last < document) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    const auto end = heads_.begin() + static_cast<std::ptrdiff_t>(std::min(high, heads_.size()));
    const auto found = std::lower_bound(heads_.begin() + static_cast<std::ptrdiff_t>(low), end, document,
                                        [](const Head& head, DocId value) { return head.last < value; });
    return static_cast<std::size_t>(found - heads_.begin());
}

// `begin` and `size` in the bytes of the block.
const char* PackedList::bytes(std::size_t block, std::size_t begin, std::size_t size) const {
    const std::size_t at = heads_[block].offset + begin;
    if (at + size + packing_slack > bytes_.size()) damaged();
    return bytes_.data() + at;
}

std::size_t PackedList::documents(std::size_t block, std::array<DocId, block_size>& documents) const {
    const Head& head = heads_[block];
    const std::size_t count = size(block);
    if (head.document_bits > most_packed_bits) damaged();
    unpack(bytes(block, 0, packed_size(count, head.document_bits)), head.document_bits, count,
           documents.data());
    const DocId before = block == 0 ? 0 : heads_[block - 1].last;
    // So that no sum can wrap around below, nor reach beyond what the list was checked for. Gaps of few bits
    // can not: only their sum is compared.
    static_assert(block_size << bits_that_can_not_wrap <= 1u << 31);
    if (head.document_bits > bits_that_can_not_wrap &&
        before + std::accumulate(documents.begin(), documents.begin() + count, std::uint64_t{count}) !=
            head.last)
        damaged();
    if (head.last < before || head.last > heads_.back().last ||
        sum_gaps(before, count, documents.data()) != head.last)
        damaged();
    return count;
}

void PackedList::occurrences(std::size_t block, std::array<std::uint32_t, block_size>& occurrences) const {
    const Head& head = heads_[block];
    const std::size_t count = size(block);
    if (head.document_bits > most_packed_bits || head.occurrence_bits > most_packed_bits) damaged();
    const std::size_t before = packed_size(count, head.document_bits);
    unpack(bytes(block, before, packed_size(count, head.occurrence_bits)), head.occurrence_bits, count,
           occurrences.data());
    for (std::size_t i = 0; i < count; ++i)
        occurrences[i] += least_occurrences_;
}

PackedLists::PackedLists(const SectionFile& file)
    : file_(file),
      lists_(file.array<List>("lists")),
      heads_(file.array<PackedList::Head>("heads")),
      bytes_(file.section("bytes")) {
    if (bytes_.size() < packing_slack) file_.damaged("its sections do not fit together");
}

PackedList PackedLists::list(std::size_t number, DocId last) const {
    const List& from = lists_[number];
    const std::uint64_t blocks =
        (std::uint64_t{from.postings} + PackedList::block_size - 1) / PackedList::block_size;
    const bool fits = from.postings > 0 && from.head <= heads_.size() &&
                      blocks <= heads_.size() - from.head && from.bytes <= bytes_.size();
    if (!fits) file_.damaged("a list is out of bounds");
    PackedList list;
    list.postings_ = from.postings;
    list.most_occurrences_ = from.most_occurrences;
    list.least_occurrences_ = from.least_occurrences;
    list.heads_ = heads_.subspan(from.head, blocks);
    list.bytes_ = bytes_.substr(from.bytes);
    if (list.heads_.back().last > last) file_.damaged("a list reaches too far");
    return list;
}

PackedListsWriter::PackedListsWriter(SectionFileWriter& file) : file_(file) {
    file_.begin_section("bytes");
}

void PackedListsWriter::add(std::span<const DocId> documents, std::span<const std::uint32_t> occurrences,
                            std::uint32_t label) {
    const auto [least, most] = std::minmax_element(occurrences.begin(), occurrences.end());
    lists_.push_back(
        {heads_.size(), written_, static_cast<std::uint32_t>(documents.size()), *most, *least, label});
    packed_.clear();
    DocId before = 0;
    for (std::size_t begin = 0; begin < documents.size(); begin += PackedList::block_size) {
        const std::size_t size = std::min(PackedList::block_size, documents.size() - begin);
        add_block(documents.subspan(begin, size), occurrences.subspan(begin, size), before, *least);
        before = documents[begin + size - 1];
    }
    file_.write(packed_);
    written_ += packed_.size();
}

void PackedListsWriter::add_block(std::span<const DocId> documents,
                                  std::span<const std::uint32_t> occurrences, DocId before,
                                  std::uint32_t least) {
    gaps_.clear();
    excess_.clear();
    for (const DocId document : documents) {
        gaps_.push_back(document - before - 1);
        before = document;
    }
    for (const std::uint32_t each : occurrences)
        excess_.push_back(each - least);
    const std::uint32_t most_excess = *std::max_element(excess_.begin(), excess_.end());
    const PackedList::Head head{
        documents.back(), static_cast<std::uint32_t>(packed_.size()),
        static_cast<std::uint8_t>(bits_for(*std::max_element(gaps_.begin(), gaps_.end()))),
        static_cast<std::uint8_t>(bits_for(most_excess)),
        static_cast<std::uint16_t>(std::min(most_excess + least, 0xffffu))};
    heads_.push_back(head);
    pack(gaps_, head.document_bits, packed_);
    pack(excess_, head.occurrence_bits, packed_);
}

void PackedListsWriter::finish() {
    file_.write(std::string(packing_slack, '\0'));
    file_.begin_section("lists");
    file_.write(std::span<const PackedLists::List>(lists_));
    file_.begin_section("heads");
    file_.write(std::span<const PackedList::Head>(heads_));
}

}  // namespace broadsheet
