// Which place each name of an article means.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/mention.h"
#include "indexer/entities/places/gazetteer.h"
#include "indexer/entities/places/resolved.h"
#include "indexer/entities/places/source_prior.h"
#include "indexer/entities/places/weights.h"

namespace broadsheet::entities {

// One thread's resolver over a shared gazetteer, which must outlive it. Keeps buffers between articles; the
// result for an article does not depend on the articles before it.
class PlaceResolver {
public:
    explicit PlaceResolver(const Gazetteer& gazetteer, const PlaceWeights& weights = {});
    ~PlaceResolver();
    PlaceResolver(PlaceResolver&&) noexcept;
    PlaceResolver& operator=(PlaceResolver&&) noexcept;

    // `mentions` are the recogniser's for this title and body: the title's first, each in order of place.
    // `given` are names of places that the collection attached to the article, `Iraq`, `Baghdad, Iraq`.
    // `prior` may be null. Time is linear in the text and in the number of names.
    Resolved resolve(std::string_view title, std::string_view body, std::span<const Mention> mentions,
                     std::span<const std::string> given, const SourcePrior* prior);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::entities
