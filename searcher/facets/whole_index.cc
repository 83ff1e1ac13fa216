#include "searcher/facets/whole_index.h"

#include <xapian.h>

#include <unordered_map>

#include "searcher/match/matcher.h"

namespace broadsheet {

FieldCounts count_whole_index(Snapshot& snapshot, FieldId field_id) {
    const Field& row = field(field_id);
    std::unordered_map<ValueId, std::uint32_t> pending;
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
        const std::uint32_t articles = term.get_termfreq();
        const auto deleted = pending.find(id);
        const std::uint32_t gone = deleted == pending.end() ? 0 : deleted->second;
        if (articles > gone) counts.values.push_back({id, articles - gone});
    }
    return counts;
}

DayCounts count_days(Snapshot& snapshot) {
    MatchRequest wanted;
    wanted.limit = 0;
    wanted.counted = {FieldId::date};
    return match(snapshot, Plan{}, wanted).days;
}

}  // namespace broadsheet
