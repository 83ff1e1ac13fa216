// Documents of a segment, a window of them at a time, as bits. The fast matcher decides conditions on whole
// windows: what would be a virtual call for every posting of every list is one for every list and window.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <span>

#include "schema/index/byte_scan.h"
#include "schema/index/manifest.h"

namespace broadsheet {

inline constexpr DocId no_document = std::numeric_limits<DocId>::max();

// Documents [base, base + size); `base` is a multiple of the size.
struct Window {
    static constexpr std::uint32_t size = 4096;

    DocId base = 0;

    static Window around(DocId document) { return {document / size * size}; }
    std::uint64_t end() const { return std::uint64_t{base} + size; }
    bool has(DocId document) const { return document - base < size; }
};

// A bit for each document of a window, by its distance from the base.
class Mask {
public:
    void set(std::uint32_t at) { words_[at >> 6] |= std::uint64_t{1} << (at & 63); }
    // Documents of the window that begins at `base`. Four at a time from different parts of the list: one
    // behind the other, most would wait for the word that the one before has changed.
    void set_all(std::span<const DocId> documents, DocId base) {
        const std::size_t part = documents.size() / 4;
        for (std::size_t i = 0; i < part; ++i) {
            set(documents[i] - base);
            set(documents[part + i] - base);
            set(documents[2 * part + i] - base);
            set(documents[3 * part + i] - base);
        }
        for (std::size_t i = 4 * part; i < documents.size(); ++i)
            set(documents[i] - base);
    }
    void reset(std::uint32_t at) { words_[at >> 6] &= ~(std::uint64_t{1} << (at & 63)); }
    bool test(std::uint32_t at) const { return (words_[at >> 6] >> (at & 63) & 1) != 0; }
    void clear() { words_.fill(0); }

    // As `bits` has them from document `base` on, a multiple of the window's size; what is behind its end is
    // clear.
    void assign(std::span<const std::uint64_t> bits, DocId base) {
        const std::size_t first = std::min<std::size_t>(base / 64, bits.size());
        const std::size_t count = std::min(words_.size(), bits.size() - first);
        std::copy_n(bits.begin() + static_cast<std::ptrdiff_t>(first), count, words_.begin());
        std::fill(words_.begin() + static_cast<std::ptrdiff_t>(count), words_.end(), std::uint64_t{0});
    }

    std::span<std::uint64_t> words() { return words_; }

    // Whether there is one from `first` to `last`.
    bool any_in(std::uint32_t first, std::uint32_t last) const {
        for (std::uint32_t word = first / 64; word <= last / 64; ++word) {
            if ((words_[word] & part_of_word(word, first, last)) != 0) return true;
        }
        return false;
    }

    bool any() const {
        std::uint64_t all = 0;
        for (const std::uint64_t word : words_)
            all |= word;
        return all != 0;
    }
    std::uint32_t count() const {
        std::uint32_t sum = 0;
        for (const std::uint64_t word : words_)
            sum += count_ones(word);
        return sum;
    }

    Mask& operator&=(const Mask& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] &= other.words_[i];
        return *this;
    }
    Mask& operator|=(const Mask& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] |= other.words_[i];
        return *this;
    }
    Mask& operator-=(const Mask& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] &= ~other.words_[i];
        return *this;
    }

    // Calls `visit(at)` for each bit, ascending.
    template <typename Visit>
    void for_each(Visit&& visit) const {
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
                visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(rest)));
        }
    }

private:
    static std::uint64_t part_of_word(std::uint32_t word, std::uint32_t first, std::uint32_t last) {
        std::uint64_t part = ~std::uint64_t{0};
        if (word == first / 64) part &= ~std::uint64_t{0} << (first & 63);
        if (word == last / 64) part &= ~std::uint64_t{0} >> (63 - (last & 63));
        return part;
    }

    std::array<std::uint64_t, Window::size / 64> words_{};
};

// Calls `visit(window)` for each window in which `source.next()` names a document, up to `last`, until it
// returns false.
template <typename Source, typename Visit>
void for_each_window(Source& source, DocId last, Visit&& visit) {
    for (DocId document = source.next(1); document <= last;) {
        const Window window = Window::around(document);
        if (!visit(window) || window.end() > last) return;
        document = source.next(static_cast<DocId>(window.end()));
    }
}

}  // namespace broadsheet
