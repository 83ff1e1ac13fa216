#include <algorithm>
#include <bit>

#include "schema/bytes.h"
#include "schema/index/positions.h"
#include "schema/index/positions_layout.h"

namespace broadsheet {

namespace {

using namespace positions_layout;

constexpr std::uint32_t seeds_tried = 32;          // before the fingerprints are made wider
constexpr std::uint32_t most_for_one_byte = 1500;  // distinct stems; beyond, a seed would take long to find

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
    std::vector<StemPlace> places;
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

void set_bit(std::string& record, std::size_t begin, std::size_t bit) {
    char& byte = record[begin + bit / 8];
    byte = static_cast<char>(byte | 1 << bit % 8);
}

void put_letters(const AnalysedText& text, std::string& record) {
    const std::size_t begin = record.size();
    const auto capitals = static_cast<std::size_t>(
        std::count_if(text.letters.begin(), text.letters.end(), [](Letters each) { return each.capital; }));
    const std::size_t behind = begin + bytes_for_bits(text.tokens.size());
    record.resize(behind + bytes_for_bits(capitals), '\0');
    std::size_t capital = 0;
    for (std::size_t i = 0; i < text.letters.size(); ++i) {
        if (!text.letters[i].capital) continue;
        set_bit(record, begin, i);
        if (!text.letters[i].small) set_bit(record, behind, capital);
        ++capital;
    }
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
    record.resize(begin + bytes_for_bits(text.tokens.size() * high_bits), '\0');
    std::size_t bit = 0;
    for (const std::uint32_t stem : text.tokens) {
        const std::uint32_t high = rank_of_stem[stem] >> 8;
        for (unsigned i = 0; i < high_bits; ++i, ++bit) {
            record[begin + bit / 8] = static_cast<char>(record[begin + bit / 8] | (high >> i & 1) << bit % 8);
        }
    }
    put_letters(text, record);
    for (const AnalysedText::Sentence& sentence : text.sentences) {
        put_varint(record, std::uint64_t{sentence.tokens} * 2 + (sentence.begins_paragraph ? 1 : 0));
    }
}

}  // namespace broadsheet
