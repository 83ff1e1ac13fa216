// Plain phrases: words of one stem each, side by side, anywhere in the article. Most placements are nothing
// else, and the packed positions decide them at once.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "schema/index/positions.h"
#include "searcher/placement/placement.h"

namespace broadsheet {

// Decides as PlacementEvaluator does.
class Phrase {
public:
    // Nothing for a placement that is more than a plain phrase.
    static std::optional<Phrase> of(const Placement& placement);

    const std::vector<PlacedStem>& stems() const { return stems_; }

    // `article` has all the words.
    bool holds(const ArticlePositions& article);

private:
    std::vector<PlacedStem> stems_;
    std::uint32_t rarest_ = 0;  // index into stems_
    std::vector<std::uint32_t> positions_;
    std::vector<StemPlace> places_;  // of the stems, in the article
};

}  // namespace broadsheet
