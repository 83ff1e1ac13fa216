#include "indexer/entities/places/source_prior.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "schema/bytes.h"

namespace broadsheet::entities {
namespace {

constexpr std::uint32_t square_flag = 0x80000000u;
constexpr double fraction = 4096;  // weights are kept in such parts of an article

std::size_t home(std::uint32_t key, std::size_t slots) {
    return (static_cast<std::size_t>(key) * 0x9E3779B97F4A7C15u >> 40) & (slots - 1);
}

constexpr double doubt = 1;  // articles that are thought to lie elsewhere, so that one does not tell all

}  // namespace

std::uint32_t SourcePrior::square(float latitude, float longitude) {
    // One degree each way; where degrees of longitude are short, squares are narrow, which does no harm.
    const auto row = static_cast<std::uint32_t>(std::clamp(latitude + 90.0F, 0.0F, 179.0F));
    const auto column = static_cast<std::uint32_t>(std::clamp(longitude + 180.0F, 0.0F, 359.0F));
    return square_flag | (row * 360 + column);
}

float SourcePrior::share(std::uint32_t key) const {
    if (slots_.empty() || articles_ <= 0) return 0;
    for (std::size_t at = home(key, slots_.size());; at = (at + 1) & (slots_.size() - 1)) {
        const Entry& entry = slots_[at];
        if (entry.weight == 0) return 0;
        if (entry.key == key) return std::min(1.0F, static_cast<float>(entry.weight / (articles_ + doubt)));
    }
}

void SourcePrior::add(std::uint32_t key, float weight) {
    if (weight <= 0) return;
    if ((used_ + 1) * 2 > slots_.size()) rebuild(sorted(), std::max<std::size_t>(64, slots_.size() * 2));
    std::size_t at = home(key, slots_.size());
    while (slots_[at].weight != 0 && slots_[at].key != key)
        at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].weight == 0) ++used_;
    slots_[at].key = key;
    slots_[at].weight += weight;
}

void SourcePrior::rebuild(std::vector<Entry> entries, std::size_t slots) {
    slots_.assign(slots, {});
    used_ = 0;
    for (const Entry& entry : entries)
        add(entry.key, entry.weight);
}

std::vector<SourcePrior::Entry> SourcePrior::sorted() const {
    std::vector<Entry> entries;
    for (const Entry& entry : slots_)
        if (entry.weight != 0) entries.push_back(entry);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return entries;
}

void SourcePrior::shrink() {
    if (used_ <= 2 * most_entries) return;
    std::vector<Entry> entries = sorted();
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.weight > b.weight; });
    entries.resize(most_entries);
    rebuild(std::move(entries), std::bit_ceil(4 * most_entries));
}

void SourcePrior::add_place(const Gazetteer& gazetteer, PlaceNumber place, float weight) {
    const Gazetteer::Row& row = gazetteer.row(place);
    for (const PlaceNumber unit : {row.country, row.region, row.district})
        if (unit != no_place && gazetteer.row(unit).geonames_id != 0)
            add(gazetteer.row(unit).geonames_id, weight);
    if (row.kind == PlaceKind::town || row.kind == PlaceKind::district)
        add(square(row.latitude, row.longitude), weight);
}

void SourcePrior::add_article(const Gazetteer& gazetteer, const Resolved& resolved) {
    float all = 0;
    std::size_t count = 0;
    for (const auto* list : {&resolved.mentions, &resolved.given}) {
        for (const ResolvedPlace& it : *list) {
            if (it.place == no_place) continue;
            all += it.certainty;
            ++count;
        }
    }
    if (all <= 0) return;
    // An article of which little is certain counts as a part of one.
    articles_ += all / static_cast<float>(count);
    for (const auto* list : {&resolved.mentions, &resolved.given})
        for (const ResolvedPlace& it : *list)
            if (it.place != no_place)
                add_place(gazetteer, it.place, it.certainty / static_cast<float>(count));
    shrink();
}

void SourcePrior::merge(const SourcePrior& other) {
    articles_ += other.articles_;
    for (const Entry& entry : other.sorted())
        add(entry.key, entry.weight);
    shrink();
}

std::string SourcePrior::encode() const {
    std::string bytes;
    const auto parts = [](double weight) {
        return static_cast<std::uint64_t>(std::llround(std::min(weight, 1e12) * fraction));
    };
    put_varint(bytes, parts(articles_));
    const std::vector<Entry> entries = sorted();
    put_varint(bytes, entries.size());
    std::uint32_t last = 0;
    for (const Entry& entry : entries) {
        put_varint(bytes, entry.key - last);
        put_varint(bytes, parts(entry.weight));
        last = entry.key;
    }
    return bytes;
}

SourcePrior SourcePrior::decode(std::string_view bytes) {
    ByteReader in(bytes, "where a source's articles are");
    SourcePrior prior;
    prior.articles_ = static_cast<double>(in.varint()) / fraction;
    const std::uint64_t count = in.varint();
    if (count > 2 * most_entries) in.damaged();
    std::uint64_t key = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t step = in.varint();
        key += step;
        if (step > 0xffffffffu || key > 0xffffffffu || (i > 0 && step == 0)) in.damaged();
        prior.add(static_cast<std::uint32_t>(key),
                  static_cast<float>(in.varint()) / static_cast<float>(fraction));
    }
    if (!in.at_end()) in.damaged();
    return prior;
}

}  // namespace broadsheet::entities
