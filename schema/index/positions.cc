#include "schema/index/positions.h"

#include <algorithm>
#include <cstring>

#include "schema/bytes.h"
#include "schema/index/byte_scan.h"
#include "schema/index/positions_layout.h"

namespace broadsheet {

namespace {

using namespace positions_layout;

constexpr std::uint32_t most_scanned = 512;  // fingerprints; beyond, looking for the bucket is faster

// Up to eight bytes as a number.
std::uint64_t word_at(std::string_view bytes, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    return word;
}

bool bit_at(std::string_view bits, std::size_t at) {
    return at / 8 < bits.size() && (static_cast<unsigned char>(bits[at / 8]) >> at % 8 & 1) != 0;
}

}  // namespace

ArticlePositions::ArticlePositions(std::string_view record) {
    ByteReader reader(record, "a record of positions");
    const std::uint64_t tokens = reader.varint();
    const std::uint64_t title_tokens = reader.varint();
    const std::uint64_t distinct = reader.varint();
    if (tokens > record.size() || title_tokens > tokens || distinct > tokens) reader.damaged();
    tokens_ = static_cast<std::uint32_t>(tokens);
    title_tokens_ = static_cast<std::uint32_t>(title_tokens);
    distinct_ = static_cast<std::uint32_t>(distinct);
    seed_ = static_cast<std::uint32_t>(reader.varint());
    const std::uint64_t width = reader.varint();
    if (width > 2) reader.damaged();
    fingerprint_bytes_ = 1u << width;
    high_bits_ = high_bits_for(distinct_);
    buckets_ = reader.bytes(bucket_bytes(distinct_));
    fingerprints_ = reader.bytes(std::size_t{distinct_} * fingerprint_bytes_);
    low_ = reader.bytes(tokens_);
    high_ = reader.bytes(bytes_for_bits(std::size_t{tokens_} * high_bits_));
    capitals_ = reader.bytes(bytes_for_bits(tokens_));
    rest_ = record.substr(static_cast<std::size_t>(capitals_.data() + capitals_.size() - record.data()));
}

StemPlace ArticlePositions::place(std::uint64_t stem_hash) const {
    return place_of(stem_hash, seed_, std::max(distinct_, 1u), fingerprint_bytes_);
}

bool ArticlePositions::is_in_bucket(std::uint32_t rank, std::uint32_t bucket) const {
    // In front of its bit are a one for each stem of a lower rank and a zero for each bucket before its
    // own.
    const std::size_t bit = std::size_t{bucket} + rank;
    return bit_at(buckets_, bit) && ones_before(buckets_, bit) == rank;
}

std::uint32_t ArticlePositions::rank_of(std::uint64_t stem_hash) const {
    if (distinct_ == 0) return 0;
    const StemPlace wanted = place(stem_hash);
    if (fingerprint_bytes_ != 1 || distinct_ > most_scanned) return rank_in_bucket(wanted);
    // Most often one or two stems have the fingerprint, and no bucket has to be looked for.
    std::uint32_t found = distinct_;
    std::uint32_t others = 0;
    for_each_byte(fingerprints_, static_cast<unsigned char>(wanted.fingerprint), [&](std::size_t at) {
        const auto rank = static_cast<std::uint32_t>(at);
        if (!bit_at(buckets_, std::size_t{wanted.bucket} + rank)) return;
        if (found == distinct_) {
            found = rank;
        } else {
            ++others;
        }
    });
    return others == 0 || is_in_bucket(found, wanted.bucket) ? found : rank_in_bucket(wanted);
}

std::uint32_t ArticlePositions::rank_in_bucket(StemPlace wanted) const {
    const std::size_t first_bit = after_zeros(buckets_, wanted.bucket);
    for (std::size_t bit = first_bit; bit_at(buckets_, bit); ++bit) {
        const std::size_t rank = bit - wanted.bucket;
        if (rank >= distinct_) break;
        if (fingerprint(static_cast<std::uint32_t>(rank)) == wanted.fingerprint)
            return static_cast<std::uint32_t>(rank);
    }
    return distinct_;
}

std::uint32_t ArticlePositions::fingerprint(std::uint32_t rank) const {
    std::uint32_t stored = 0;
    std::memcpy(&stored, fingerprints_.data() + std::size_t{rank} * fingerprint_bytes_, fingerprint_bytes_);
    return stored;
}

bool ArticlePositions::stands_at(StemPlace stem, std::uint32_t position) const {
    const std::uint32_t rank = rank_at(position);
    return rank < distinct_ && fingerprint(rank) == stem.fingerprint && is_in_bucket(rank, stem.bucket);
}

std::uint32_t ArticlePositions::rank_at(std::uint32_t position) const {
    const std::uint32_t low = static_cast<unsigned char>(low_[position]);
    if (high_bits_ == 0) return low;
    const std::size_t bit = std::size_t{position} * high_bits_;
    const std::uint64_t word = word_at(high_, bit / 8) >> bit % 8;
    return low | static_cast<std::uint32_t>(word & ((std::uint64_t{1} << high_bits_) - 1)) << 8;
}

void ArticlePositions::find(std::uint32_t rank, std::vector<std::uint32_t>& positions) const {
    if (rank >= distinct_) return;
    for_each_byte(low_, static_cast<unsigned char>(rank & 0xff), [&](std::size_t at) {
        const auto position = static_cast<std::uint32_t>(at);
        if (high_bits_ == 0 || rank_at(position) == rank) positions.push_back(position);
    });
}

Letters ArticlePositions::letters_at(std::uint32_t position) const {
    if (!bit_at(capitals_, position)) return {false, true};
    return {true, !bit_at(rest_, ones_before(capitals_, position))};
}

std::string_view ArticlePositions::sentence_bytes() const {
    const std::size_t capitals = ones_before(capitals_, tokens_);
    return rest_.substr(std::min(rest_.size(), bytes_for_bits(capitals)));
}

bool ArticlePositions::in_one_paragraph(std::uint32_t first, std::uint32_t last) const {
    std::uint64_t begin = 0;
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const char each : sentence_bytes()) {
        const auto byte = static_cast<unsigned char>(each);
        value |= std::uint64_t{byte & 0x7fu} << shift;
        shift = std::min(shift + 7, 63u);
        if (byte >= 0x80) continue;
        if ((value & 1) != 0 && begin > first) return begin > last;
        begin += value >> 1;
        if (begin > last) return true;
        value = 0;
        shift = 0;
    }
    return true;
}

std::vector<AnalysedText::Sentence> ArticlePositions::sentences() const {
    std::vector<AnalysedText::Sentence> result;
    sentences(result);
    return result;
}

void ArticlePositions::sentences(std::vector<AnalysedText::Sentence>& result) const {
    result.clear();
    ByteReader reader(sentence_bytes(), "a record of positions");
    while (!reader.at_end()) {
        const std::uint64_t value = reader.varint();
        result.push_back({static_cast<std::uint32_t>(value >> 1), (value & 1) != 0});
    }
}

PositionsWriter::PositionsWriter(const std::filesystem::path& path) : file_(path) {
    file_.begin_section("records");
}

void PositionsWriter::add(std::string_view record) {
    file_.write(record);
    offsets_.push_back(offsets_.back() + record.size());
}

void PositionsWriter::finish(const std::string& database_uuid, bool sync) {
    file_.begin_section("offsets");
    file_.write(std::span<const std::uint64_t>(offsets_));
    file_.finish(database_uuid, version, sync);
}

Positions::Positions(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      records_(file_.section("records")),
      offsets_(file_.array<std::uint64_t>("offsets")) {
    if (offsets_.empty() || offsets_.back() != records_.size())
        file_.damaged("its sections do not fit together");
}

std::string_view Positions::record(DocId document) const {
    if (document == 0 || document > last())
        file_.damaged("it ends before document " + std::to_string(document));
    const std::uint64_t begin = offsets_[document - 1];
    const std::uint64_t end = offsets_[document];
    if (begin > end || end > records_.size()) file_.damaged("an offset is out of bounds");
    return records_.substr(begin, end - begin);
}

std::string_view Positions::record(DocId document, std::string& buffer) const {
    constexpr std::uint32_t few = 1024;
    const std::string_view mapped = record(document);
    if (copied_.load(std::memory_order_relaxed) >= few) return mapped;
    copied_.fetch_add(1, std::memory_order_relaxed);
    file_.read(mapped, buffer);
    return buffer;
}

void Positions::prefetch_record(DocId document, std::size_t bytes) const {
    if (document > last()) return;
    constexpr std::size_t line = 64;
    const std::string_view all = record(document);
    for (std::size_t at = 0; at < std::min(all.size(), bytes); at += line)
        __builtin_prefetch(all.data() + at);
}

}  // namespace broadsheet
