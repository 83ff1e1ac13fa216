#include "schema/index/byte_scan.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace broadsheet {

namespace {

constexpr std::size_t step = 64;

// Up to eight bytes as a number whose bits beyond the end are ones, so that no zero is found there.
std::uint64_t word_at(std::string_view bytes, std::size_t at) {
    std::uint64_t word = ~std::uint64_t{0};
    if (at + sizeof word <= bytes.size()) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
    } else {
        std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    }
    return word;
}

#if defined(__x86_64__)

__attribute__((target("avx512bw"))) void find_by_64(const char* bytes, unsigned char wanted,
                                                    std::size_t masks, std::uint64_t* found) {
    const __m512i all_wanted = _mm512_set1_epi8(static_cast<char>(wanted));
    for (std::size_t i = 0; i < masks; ++i)
        found[i] = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(bytes + i * step), all_wanted);
}

__attribute__((target("avx2"))) void find_by_32(const char* bytes, unsigned char wanted, std::size_t masks,
                                                std::uint64_t* found) {
    const __m256i all_wanted = _mm256_set1_epi8(static_cast<char>(wanted));
    const auto equal = [&](const char* from) __attribute__((target("avx2"))) {
        const __m256i part = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, all_wanted)));
    };
    for (std::size_t i = 0; i < masks; ++i)
        found[i] = equal(bytes + i * step) | std::uint64_t{equal(bytes + i * step + step / 2)} << 32;
}

#endif

// Without vectors.
void find_by_8(const char* bytes, unsigned char wanted, std::size_t masks, std::uint64_t* found) {
    constexpr std::uint64_t lowest = 0x0101010101010101u;   // bits of each byte
    constexpr std::uint64_t highest = 0x8080808080808080u;  // likewise
    for (std::size_t i = 0; i < masks; ++i) {
        found[i] = 0;
        for (unsigned j = 0; j < 8; ++j) {
            std::uint64_t differs = 0;
            std::memcpy(&differs, bytes + i * step + std::size_t{8} * j, sizeof differs);
            differs ^= wanted * lowest;
            // The highest bit of each byte that is nought, and of no other; then these bits side by side.
            const std::uint64_t nought = ~(((differs & ~highest) + ~highest) | differs | ~highest);
            found[i] |= (nought >> 7) * 0x0102040810204080u >> 56 << 8 * j;
        }
    }
}

}  // namespace

std::size_t after_zeros(std::string_view bits, std::uint32_t count) {
    if (count == 0) return 0;
    for (std::size_t at = 0; at < bits.size(); at += 8) {
        std::uint64_t zeros = ~word_at(bits, at);
        const std::uint32_t here = count_ones(zeros);
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

std::size_t ones_before(std::string_view bits, std::size_t end) {
    std::size_t ones = 0;
    for (std::size_t at = 0; at < end / 64; ++at)
        ones += count_ones(word_at(bits, at * 8));
    if (end % 64 != 0) ones += count_ones(word_at(bits, end / 64 * 8) & ((std::uint64_t{1} << end % 64) - 1));
    return ones;
}

void find_equal(const char* bytes, unsigned char wanted, std::size_t masks, std::uint64_t* found) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw")) return find_by_64(bytes, wanted, masks, found);
    if (__builtin_cpu_supports("avx2")) return find_by_32(bytes, wanted, masks, found);
#endif
    find_by_8(bytes, wanted, masks, found);
}

}  // namespace broadsheet
