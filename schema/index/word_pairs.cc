#include "schema/index/word_pairs.h"

#include <algorithm>

#include "schema/index/word_pairs_layout.h"

namespace broadsheet {

WordPairs::WordPairs(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      about_(file_.array<std::uint32_t>("about")),
      hashes_(file_.array<std::uint64_t>("words")),
      lists_(file_),
      windows_(file_.array<Rows>("windows")),
      table_(file_.array<std::uint64_t>("table")) {
    const bool fits = about_.size() == 1 && hashes_.size() <= 0x10000 &&
                      windows_.size() == std::size_t{last()} / window + 1;
    if (!fits) file_.damaged("its sections do not fit together");
}

std::optional<WordPairs::Word> WordPairs::word(std::uint64_t stem_hash) const {
    const auto place = std::lower_bound(hashes_.begin(), hashes_.end(), stem_hash);
    if (place == hashes_.end() || *place != stem_hash) return std::nullopt;
    return static_cast<Word>(place - hashes_.begin());
}

std::optional<PackedList> WordPairs::list(Pair pair) const {
    std::size_t low = 0;
    std::size_t high = lists_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (lists_.label(middle) < pair) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == lists_.size() || lists_.label(low) != pair) return std::nullopt;
    return lists_.list(low, last());
}

void WordPairs::filter(Pair pair, DocId base, std::span<std::uint64_t> documents) const {
    const std::size_t number = base / window;
    std::size_t kept = 0;
    if (number < windows_.size() && windows_[number].count > 0) {
        const Rows& rows = windows_[number];
        const std::uint64_t size = std::uint64_t{rows.count} * rows.words;
        if (rows.begin > table_.size() || size > table_.size() - rows.begin)
            file_.damaged("a part of the table is out of bounds");
        const auto table = table_.subspan(rows.begin, size);
        const auto [first, second] = word_pairs_layout::rows_of(pair, rows.count);
        const auto a = table.subspan(std::size_t{first} * rows.words, rows.words);
        const auto b = table.subspan(std::size_t{second} * rows.words, rows.words);
        kept = std::min<std::size_t>(rows.words, documents.size());
        for (std::size_t i = 0; i < kept; ++i)
            documents[i] &= a[i] & b[i];
    }
    std::fill(documents.begin() + static_cast<std::ptrdiff_t>(kept), documents.end(), std::uint64_t{0});
}

}  // namespace broadsheet
