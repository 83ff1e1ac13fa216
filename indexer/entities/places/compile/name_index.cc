#include "indexer/entities/places/compile/name_index.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "indexer/entities/places/place_name.h"
#include "indexer/entities/tagging/hash.h"

namespace broadsheet::entities::places {
namespace {

// The Arabic article as it is assimilated to what follows.
std::string_view after_article(std::string_view key) {
    constexpr std::array<std::string_view, 9> articles{"al ",  "ad ", "an ", "ar ", "as ",
                                                       "ash ", "at ", "az ", "adh "};
    for (const std::string_view article : articles)
        if (key.starts_with(article)) return key.substr(article.size());
    return {};
}

}  // namespace

void NameIndex::add_key(std::string_view key, PlaceNumber place, NameForm form) {
    if (key.size() >= 2) entries_.push_back({hash_bytes(key), place, form});
}

void NameIndex::add(std::string_view name, PlaceNumber place, NameForm form) {
    const std::string key = place_key(name);
    add_key(key, place, form);
    if (form == NameForm::abbreviation) return;
    std::string_view bare = key;
    while (strip_unit_word(bare) != UnitWord::none)
        add_key(bare, place, std::max(form, NameForm::stripped));
}

void NameIndex::add_arabic(std::string_view name, PlaceNumber place, NameForm form) {
    const std::string key = place_key(name);
    std::string_view bare = key;
    do {
        const std::string_view rest = after_article(bare);
        if (rest.size() < 3) continue;
        add_key("al " + std::string(rest), place, std::max(form, NameForm::alternate));
        add_key(rest, place, std::max(form, NameForm::alternate));
    } while (strip_unit_word(bare) != UnitWord::none);
}

void NameIndex::add_demonym(std::string_view word, PlaceNumber place) {
    const auto put = [&](std::string_view name) {
        demonyms_.emplace_back(hash_bytes(place_key(name)), place);
    };
    put(word);
    const bool plural = !word.ends_with("s") && !word.ends_with("sh") && !word.ends_with("nch") &&
                        !word.ends_with("tch") && !word.ends_with("ese") && !word.ends_with("men");
    if (plural) put(std::string(word) + "s");
}

void NameIndex::finish(Gazetteer::Contents& contents) {
    const auto& rows = contents.rows;
    std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
        return std::tuple(a.hash, a.place, a.form) < std::tuple(b.hash, b.place, b.form);
    });
    entries_.erase(
        std::unique(entries_.begin(), entries_.end(),
                    [](const Entry& a, const Entry& b) { return a.hash == b.hash && a.place == b.place; }),
        entries_.end());
    constexpr unsigned kept = Gazetteer::bucket_bits + 16;
    std::stable_sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
        const std::uint64_t left = a.hash >> (64 - kept);
        const std::uint64_t right = b.hash >> (64 - kept);
        if (left != right) return left < right;
        return rows[a.place].population > rows[b.place].population;
    });
    contents.bucket_begins.assign((std::size_t{1} << Gazetteer::bucket_bits) + 1, 0);
    for (const Entry& entry : entries_) {
        ++contents.bucket_begins[(entry.hash >> (64 - Gazetteer::bucket_bits)) + 1];
        contents.tags.push_back(static_cast<std::uint16_t>(entry.hash >> (64 - kept)));
        contents.candidates.push_back({entry.place | (static_cast<std::uint32_t>(entry.form) << 20)});
    }
    for (std::size_t i = 1; i < contents.bucket_begins.size(); ++i)
        contents.bucket_begins[i] += contents.bucket_begins[i - 1];
    std::stable_sort(demonyms_.begin(), demonyms_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    demonyms_.erase(std::unique(demonyms_.begin(), demonyms_.end(),
                                [](const auto& a, const auto& b) { return a.first == b.first; }),
                    demonyms_.end());
    for (const auto& [hash, place] : demonyms_) {
        contents.demonym_hashes.push_back(hash);
        contents.demonym_places.push_back(place);
    }
}

}  // namespace broadsheet::entities::places
