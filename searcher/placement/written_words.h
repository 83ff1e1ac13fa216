// The words of an article as they are written, for what the index does not hold: their endings and capitals.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/letters.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/placement/placement.h"

namespace broadsheet {

// Whether a word as it is written has the letters asked for.
bool has_letters(Letters written, query::Letters wanted);

// One article after the other, each as far as it is asked about; keeps its memory between them.
class WrittenWords {
public:
    // The texts must outlive the use of them.
    void turn_to(std::string_view title, std::string_view body);
    void clear() { turn_to({}, {}); }

    // The token at that position; none beyond the text.
    std::optional<std::string_view> word(std::uint32_t position);
    // Whether the token at that position, which has a stem of `word` with this check, counts as it. False for
    // a position beyond the text.
    bool satisfy(const PlacedWord& word, FormCheck check, std::uint32_t position);

private:
    bool read_to(std::uint32_t position);

    std::vector<std::string_view> words_;  // by position, those read so far
    std::string_view text_;                // that is being read
    std::string_view body_;                // behind it, or empty
    Tokenizer tokenizer_{{}};              // of text_
    std::string folded_;
};

}  // namespace broadsheet
