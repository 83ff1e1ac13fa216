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

// The sentences, about `characters` in all, whose distinct patterns weigh most; the earliest of equals; the
// beginning of the text when nothing matches. A sentence that is too long by itself is cut between words.
// `matches` are those of Patterns::find() in `tokens`, which are those of `text`.
Fragment best_fragment(std::string_view text, const std::vector<TextToken>& tokens,
                       const std::vector<PatternMatch>& matches, const Patterns& patterns,
                       std::size_t characters);

}  // namespace broadsheet
