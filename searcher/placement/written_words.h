// The words of an article as they are written, for what the index does not hold: their endings and capitals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/placement/placement.h"

namespace broadsheet {

// Whether a word as it is written has the letters asked for.
bool has_letters(std::string_view written, query::Letters letters);

// One article after the other; keeps its memory between them.
class WrittenWords {
public:
    // The texts must outlive the use of them.
    void turn_to(std::string_view title, std::string_view body);
    void clear() { words_.clear(); }
    bool empty() const { return words_.empty(); }

    // Whether the token at that position, which has a stem of `word` with this check, counts as it. False for
    // a position beyond the text.
    bool satisfy(const PlacedWord& word, FormCheck check, std::uint32_t position);

private:
    void append(std::string_view text);

    std::vector<std::string_view> words_;  // by position
    std::string folded_;
};

}  // namespace broadsheet
