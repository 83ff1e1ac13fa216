// Chooses the passage of a text that shows best why it was found.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/highlight/patterns.h"

namespace broadsheet {

struct Fragment {
    std::size_t begin = 0;  // bytes of the text
    std::size_t end = 0;
    bool cut_before = false;  // does not begin where a sentence begins
    bool cut_after = false;
};

// The sentences, about `characters` in all, whose distinct patterns weigh most; the earliest of equals. Where
// no passage of that length has all the patterns of the text, up to `most` shorter ones (of half that length)
// which have more between them, in the order of the text. The beginning of the first paragraph when nothing
// matches. A sentence that is too long by itself is cut between words. `matches` are ascending and stand in
// `tokens`, which are those of `text`; `weights` are by pattern.
std::vector<Fragment> best_fragments(std::string_view text, const std::vector<TextToken>& tokens,
                                     const std::vector<PatternMatch>& matches,
                                     const std::vector<double>& weights, std::size_t characters,
                                     std::size_t most);

}  // namespace broadsheet
