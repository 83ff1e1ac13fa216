// Spellings of facet values, looked up once for a request.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "schema/index/snapshot.h"

namespace broadsheet {

class Labels {
public:
    // `snapshot` must outlive it.
    explicit Labels(const Snapshot& snapshot) : snapshot_(snapshot) {}

    const std::string& of(FieldId field, ValueId id) {
        const auto [place, is_new] = known_.try_emplace({field, id});
        if (is_new) place->second = snapshot_.label(field, id);
        return place->second;
    }

    // Forgets them where they are more than `most`, which ends what of() returned.
    void forget_beyond(std::size_t most) {
        if (known_.size() > most) known_.clear();
    }

    const Snapshot& snapshot() const { return snapshot_; }

private:
    const Snapshot& snapshot_;
    std::map<std::pair<FieldId, ValueId>, std::string> known_;
};

}  // namespace broadsheet
