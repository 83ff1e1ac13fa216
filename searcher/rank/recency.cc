#include "searcher/rank/recency.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

double recency_factor(const std::optional<Seconds>& date, Seconds latest,
                      const RankingParameters& parameters) {
    if (!date) return 1 - parameters.recency;
    constexpr double day = 86400;
    const double age = std::max(0.0, static_cast<double>(latest - *date)) / day;
    return 1 - parameters.recency * (1 - std::exp2(-age / parameters.half_life));
}

}  // namespace broadsheet
