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

    // False only if it does not hold. Looks at the beginning of the article's record only.
    bool may_hold(const ArticlePositions& article) const;

    // `article` has all the words.
    bool holds(const ArticlePositions& article);

private:
    std::vector<std::uint64_t> stems_;  // hashes
    std::uint32_t rarest_ = 0;          // index into stems_
    std::vector<std::uint32_t> positions_;
    std::vector<StemPlace> places_;  // of the stems, in the article
};

}  // namespace broadsheet
