// Everything that ranking depends on, in one place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/bm25.h"

namespace broadsheet {

struct RankingParameters {
    Bm25Parameters bm25;
};

// A parameter as options name it.
struct RankingParameter {
    std::string_view name;
    double least;
    double most;
    std::string_view help;
    double& (*of)(RankingParameters& parameters);
};

const std::vector<RankingParameter>& ranking_parameters();

// The parameter of that name. Throws Error(usage).
const RankingParameter& ranking_parameter(std::string_view name);

// BM25 as textbooks have it (k1 1.2, b 0.75) and nothing else: the floor that ranking is compared with.
RankingParameters plain_bm25();

// `usual` changed by `settings`: NAME=VALUE, several with commas or blanks between them; "plain" stands for
// plain_bm25(). Throws Error(usage) for an unknown name and for a value out of range.
RankingParameters read_ranking(std::string_view settings, RankingParameters usual = {});

// The settings by which `parameters` differ from the usual ones, as read_ranking() reads them; "usual" for
// none.
std::string to_text(const RankingParameters& parameters);

}  // namespace broadsheet
