// Figures for people and for programs.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "searcher/evaluate/evaluation.h"

namespace broadsheet {

// How another setting does against the one that was asked for.
struct Comparison {
    Evaluation other;
    Measures p_values;  // of the randomisation test; below `significant` the difference is hardly luck
};

struct EvaluationReport {
    Evaluation evaluation;
    std::optional<Comparison> comparison;
    std::vector<Evaluation> sweep;  // without their topics, best map first
};

// Figures to four places, as trec_eval prints them.
void print_text(const EvaluationReport& report, bool with_topics, std::ostream& out);

nlohmann::ordered_json to_json(const EvaluationReport& report, bool with_topics);

}  // namespace broadsheet
