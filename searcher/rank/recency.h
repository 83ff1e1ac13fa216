// What age takes from an article's score with --sort recent.
#pragma once

#include <optional>

#include "schema/date.h"
#include "searcher/rank/parameters.h"

namespace broadsheet {

// The factor of the score of an article of that date, from 1 - recency to 1:
//
//     1 - recency * (1 - 2 ^ (-age / half_life))
//
// with the age in days before `latest`; nothing after it. An undated article is taken as infinitely old.
// Being bounded, age puts the better of two articles behind the other one only where their scores are not far
// apart.
double recency_factor(const std::optional<Seconds>& date, Seconds latest,
                      const RankingParameters& parameters);

}  // namespace broadsheet
