#include "searcher/rank/word_weights.h"

#include <algorithm>

#include "searcher/rank/function_words.h"

namespace broadsheet {

void weigh_words(std::vector<ScoringTerm>& words, const RankingParameters& parameters) {
    const auto is_function = [](const ScoringTerm& word) { return is_function_word(word.word); };
    const bool has_others = !std::all_of(words.begin(), words.end(), is_function);
    for (ScoringTerm& word : words) {
        const double count = word.count;
        word.weight = (parameters.k3 + 1) * count / (parameters.k3 + count);
        if (word.form_share > 0) word.weight *= word.form_share * parameters.forms;
        if (has_others && is_function(word)) word.weight *= parameters.function_words;
    }
}

}  // namespace broadsheet
