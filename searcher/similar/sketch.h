// When two articles are one text: copies of a wire story with another headline, cut at the end, or with a few
// words changed.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/analysis/analyser.h"

namespace broadsheet {

// The shingles of a text, which are runs of five words (Broder 1997). Of a long text a sample: those with the
// smallest hashes, which of two texts are the same where they share them.
class Sketch {
public:
    // `text` as the analyser with that vocabulary has made it.
    Sketch(const AnalysedText& text, const Vocabulary& vocabulary);

    // Whether who has read `known` finds next to nothing new in this text: most of it stands there, or they
    // differ little. A longer text that has the whole of a shorter one is no copy of it.
    bool is_copy_of(const Sketch& known) const;

    // The part of this text's shingles that the other has, from 0 to 1; about, where texts are long.
    double share_in(const Sketch& other) const;

private:
    double resemblance(const Sketch& other) const;

    std::vector<std::uint64_t> sample_;  // ascending
    std::size_t shingles_ = 0;           // distinct ones of the whole text
    std::uint64_t title_ = 0;
};

}  // namespace broadsheet
