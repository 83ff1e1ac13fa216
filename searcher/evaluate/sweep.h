// Settings to try: every combination of some values of some parameters.
#pragma once

#include <string>
#include <vector>

#include "searcher/rank/parameters.h"

namespace broadsheet {

inline constexpr std::size_t most_settings = 2000;

// Each of `axes` is "NAME=FROM:TO:STEP" or "NAME=VALUE,VALUE,...". All combinations, the last axis changing
// first. Throws Error(usage): an unknown name, a value out of range, a step that leads nowhere, more than
// most_settings.
std::vector<RankingParameters> settings_to_try(const std::vector<std::string>& axes,
                                               const RankingParameters& usual);

}  // namespace broadsheet
