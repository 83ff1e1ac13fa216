// A record:
//
//     varints: tokens, tokens of the title, distinct stems, seed, log2 of the bytes of a fingerprint
//     buckets: one for each distinct stem; the number of stems in each, in unary: so many ones, then a zero
//     fingerprints: of the stems, by bucket and within it ascending; a stem's place here is its rank
//     ranks: of the tokens: all low bytes, then the bits above them, as many as the highest rank needs
//     sentences: a varint each: tokens * 2 + (1 if it begins a paragraph)
//
// Bucket and fingerprint come from a stem's hash, stirred with the seed; the seed is such that no two stems
// of the article share both. With one-byte fingerprints a stem costs ten bits and a token, mostly, eight.
#include "schema/index/positions.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "schema/bytes.h"

namespace broadsheet {

namespace {

constexpr std::uint32_t version = 1;
constexpr std::uint32_t seeds_tried = 32;          // before the fingerprints are made wider
constexpr std::uint32_t most_for_one_byte = 1500;  // distinct stems; beyond, a seed would take long to find

struct Place {
    std::uint32_t bucket;
    std::uint32_t fingerprint;
};

std::uint32_t mask_of(unsigned fingerprint_bytes) {
    return fingerprint_bytes == 4 ? 0xffffffffu : (1u << (8 * fingerprint_bytes)) - 1;
}

// The finalizer of MurmurHash3 over the hash and the seed.
Place place_of(std::uint64_t hash, std::uint32_t seed, std::uint32_t buckets, unsigned fingerprint_bytes) {
    std::uint64_t mixed = hash + seed * 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ mixed >> 33) * 0xff51afd7ed558ccdu;
    mixed = (mixed ^ mixed >> 33) * 0xc4ceb9fe1a85ec53u;
    mixed ^= mixed >> 33;
    const auto bucket = static_cast<std::uint32_t>(((mixed >> 32) * buckets) >> 32);
    return {bucket, static_cast<std::uint32_t>(mixed) & mask_of(fingerprint_bytes)};
}

// Bits of a rank beyond the low byte.
unsigned high_bits_for(std::uint32_t distinct) {
    return distinct <= 256 ? 0 : static_cast<unsigned>(std::bit_width(distinct - 1)) - 8;
}

std::size_t high_bytes(std::size_t tokens, unsigned high_bits) {
    return (tokens * high_bits + 7) / 8;
}

std::size_t bucket_bytes(std::uint32_t distinct) {
    return (std::size_t{distinct} * 2 + 7) / 8;
}

// Stems in the order of their ranks.
struct Ranking {
    std::uint32_t seed = 0;
    unsigned fingerprint_bytes = 1;
    std::vector<std::uint32_t> stems;  // by rank: index into AnalysedText::terms
    std::vector<std::uint32_t> bucket_sizes;
    std::vector<std::uint32_t> fingerprints;  // by rank
};

// Whether the seed separates all stems; fills `ranking` if so.
bool try_seed(const std::vector<std::uint64_t>& hashes, Ranking& ranking) {
    const auto count = static_cast<std::uint32_t>(hashes.size());
    std::vector<Place> places;
    places.reserve(count);
    ranking.bucket_sizes.assign(count, 0);
    for (const std::uint64_t hash : hashes) {
        places.push_back(place_of(hash, ranking.seed, count, ranking.fingerprint_bytes));
        ++ranking.bucket_sizes[places.back().bucket];
    }
    std::vector<std::uint32_t> next(count, 0);
    for (std::uint32_t bucket = 1; bucket < count; ++bucket) {
        next[bucket] = next[bucket - 1] + ranking.bucket_sizes[bucket - 1];
    }
    ranking.stems.resize(count);
    ranking.fingerprints.resize(count);
    const std::vector<std::uint32_t> first = next;
    for (std::uint32_t stem = 0; stem < count; ++stem) {
        const auto [bucket, fingerprint] = places[stem];
        // Buckets hold one stem on average: insertion keeps them in order.
        std::uint32_t at = next[bucket]++;
        while (at > first[bucket] && ranking.fingerprints[at - 1] >= fingerprint) {
            if (ranking.fingerprints[at - 1] == fingerprint) {
                // No seed separates stems of one hash; the first of them answers for both.
                if (hashes[ranking.stems[at - 1]] == hashes[stem]) break;
                return false;
            }
            ranking.fingerprints[at] = ranking.fingerprints[at - 1];
            ranking.stems[at] = ranking.stems[at - 1];
            --at;
        }
        ranking.fingerprints[at] = fingerprint;
        ranking.stems[at] = stem;
    }
    return true;
}

Ranking rank_stems(const AnalysedText& text, const Vocabulary& vocabulary) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(text.terms.size());
    for (const AnalysedText::Term& term : text.terms)
        hashes.push_back(vocabulary.hash(term.number));
    Ranking ranking;
    ranking.fingerprint_bytes = hashes.size() <= most_for_one_byte ? 1 : 2;
    while (!try_seed(hashes, ranking)) {
        if (++ranking.seed % seeds_tried == 0)
            ranking.fingerprint_bytes = ranking.fingerprint_bytes == 1 ? 2 : 4;
    }
    return ranking;
}

void put_buckets(const Ranking& ranking, std::string& record) {
    const std::size_t begin = record.size();
    record.resize(begin + bucket_bytes(static_cast<std::uint32_t>(ranking.stems.size())), '\0');
    std::size_t bit = 0;
    for (const std::uint32_t size : ranking.bucket_sizes) {
        for (std::uint32_t i = 0; i < size; ++i, ++bit) {
            record[begin + bit / 8] = static_cast<char>(record[begin + bit / 8] | 1 << bit % 8);
        }
        ++bit;
    }
}

// Up to eight bytes as a number whose bits beyond the end are ones, so that no zero is found there.
std::uint64_t word_at(std::string_view bytes, std::size_t at) {
    std::uint64_t word = ~std::uint64_t{0};
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    return word;
}

// The bit after the count-th zero (from 1); 0 when count is 0.
std::size_t after_zeros(std::string_view bits, std::uint32_t count) {
    if (count == 0) return 0;
    for (std::size_t at = 0; at < bits.size(); at += 8) {
        std::uint64_t zeros = ~word_at(bits, at);
        const auto here = static_cast<std::uint32_t>(std::popcount(zeros));
        if (here < count) {
            count -= here;
            continue;
        }
        for (; count > 1; --count)
            zeros &= zeros - 1;
        return at * 8 + static_cast<std::size_t>(std::countr_zero(zeros)) + 1;
    }
    return bits.size() * 8;
}

bool bit_at(std::string_view bits, std::size_t at) {
    return at / 8 < bits.size() && (static_cast<unsigned char>(bits[at / 8]) >> at % 8 & 1) != 0;
}

}  // namespace

void pack_positions(const AnalysedText& text, const Vocabulary& vocabulary, std::string& record) {
    const Ranking ranking = rank_stems(text, vocabulary);
    const auto distinct = static_cast<std::uint32_t>(text.terms.size());
    put_varint(record, text.tokens.size());
    put_varint(record, text.title_tokens);
    put_varint(record, distinct);
    put_varint(record, ranking.seed);
    put_varint(record, static_cast<std::uint64_t>(std::countr_zero(ranking.fingerprint_bytes)));
    put_buckets(ranking, record);
    for (const std::uint32_t fingerprint : ranking.fingerprints) {
        record.append(reinterpret_cast<const char*>(&fingerprint), ranking.fingerprint_bytes);
    }
    std::vector<std::uint32_t> rank_of_stem(distinct);
    for (std::uint32_t rank = 0; rank < distinct; ++rank)
        rank_of_stem[ranking.stems[rank]] = rank;
    for (const std::uint32_t stem : text.tokens) {
        record += static_cast<char>(rank_of_stem[stem] & 0xff);
    }
    const unsigned high_bits = high_bits_for(distinct);
    const std::size_t begin = record.size();
    record.resize(begin + high_bytes(text.tokens.size(), high_bits), '\0');
    std::size_t bit = 0;
    for (const std::uint32_t stem : text.tokens) {
        const std::uint32_t high = rank_of_stem[stem] >> 8;
        for (unsigned i = 0; i < high_bits; ++i, ++bit) {
            record[begin + bit / 8] = static_cast<char>(record[begin + bit / 8] | (high >> i & 1) << bit % 8);
        }
    }
    for (const AnalysedText::Sentence& sentence : text.sentences) {
        put_varint(record, std::uint64_t{sentence.tokens} * 2 + (sentence.begins_paragraph ? 1 : 0));
    }
}

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
    high_ = reader.bytes(high_bytes(tokens_, high_bits_));
    sentences_ = record.substr(static_cast<std::size_t>(high_.data() + high_.size() - record.data()));
}

std::uint32_t ArticlePositions::rank_of(std::uint64_t stem_hash) const {
    if (distinct_ == 0) return 0;
    const auto [bucket, fingerprint] = place_of(stem_hash, seed_, distinct_, fingerprint_bytes_);
    const std::size_t first_bit = after_zeros(buckets_, bucket);
    for (std::size_t bit = first_bit; bit_at(buckets_, bit); ++bit) {
        const std::size_t rank = bit - bucket;
        if (rank >= distinct_) break;
        std::uint32_t stored = 0;
        std::memcpy(&stored, fingerprints_.data() + rank * fingerprint_bytes_, fingerprint_bytes_);
        if (stored == fingerprint) return static_cast<std::uint32_t>(rank);
    }
    return distinct_;
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
    const char* const begin = low_.data();
    const char* const end = begin + tokens_;
    for (const char* at = begin; at < end; ++at) {
        at = static_cast<const char*>(
            std::memchr(at, static_cast<int>(rank & 0xff), static_cast<std::size_t>(end - at)));
        if (at == nullptr) return;
        const auto position = static_cast<std::uint32_t>(at - begin);
        if (high_bits_ == 0 || rank_at(position) == rank) positions.push_back(position);
    }
}

std::vector<AnalysedText::Sentence> ArticlePositions::sentences() const {
    std::vector<AnalysedText::Sentence> result;
    sentences(result);
    return result;
}

void ArticlePositions::sentences(std::vector<AnalysedText::Sentence>& result) const {
    result.clear();
    ByteReader reader(sentences_, "a record of positions");
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

}  // namespace broadsheet
