#include "searcher/facets/whole_index.h"

#include <xapian.h>

#include <bit>
#include <unordered_map>

#include "searcher/match/article_values.h"
#include "searcher/match/slot_counter.h"

namespace broadsheet {

FieldCounts count_whole_index(Snapshot& snapshot, FieldId field_id) {
    const Field& row = field(field_id);
    std::unordered_map<ValueId, std::uint64_t> pending;
    for (const Xapian::docid document : snapshot.pending()) {
        // A deletion can have been done since the manifest was written.
        Xapian::PostingIterator all = snapshot.database().postlist_begin({});
        all.skip_to(document);
        if (all == snapshot.database().postlist_end({}) || *all != document) continue;
        const Xapian::Document deleted = snapshot.database().get_document(document);
        for (const ValueId id : unpack_ids(deleted.get_value(row.slot)))
            ++pending[id];
    }

    FieldCounts counts{field_id, {}};
    const std::string prefix(row.prefix);
    const Xapian::TermIterator end = snapshot.database().allterms_end(prefix);
    for (Xapian::TermIterator term = snapshot.database().allterms_begin(prefix); term != end; ++term) {
        ValueId id = 0;
        if (!from_text((*term).substr(prefix.size()), id)) continue;
        const std::uint64_t articles = term.get_termfreq();
        const auto deleted = pending.find(id);
        const std::uint64_t gone = deleted == pending.end() ? 0 : deleted->second;
        if (articles > gone) counts.values.push_back({id, articles - gone});
    }
    return counts;
}

DayCounts count_days(Snapshot& snapshot) {
    std::unordered_map<std::int64_t, std::uint64_t> days;
    ArticleValues values(snapshot);
    for (std::size_t segment = 0; segment < snapshot.segments().size(); ++segment) {
        const std::vector<std::uint64_t>& live = snapshot.live(segment);
        for (std::size_t word = 0; word < live.size(); ++word) {
            for (std::uint64_t bits = live[word]; bits != 0; bits &= bits - 1) {
                const auto document = static_cast<DocId>(word * 64 + std::countr_zero(bits));
                if (const auto date = values.date({segment, document})) ++days[day_of(*date)];
            }
        }
    }
    return {days.begin(), days.end()};
}

}  // namespace broadsheet
