// Where words have to stand in an article, after analysis: what a query's phrases, distances, counts, exact
// forms and parts of the article become.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "searcher/query/words.h"

namespace broadsheet {

// What has to be known of a token with the stem before it counts.
enum class FormCheck {
    none,
    letters,  // capitals and small letters, which packed positions tell, too
    form,     // the word as it is written, and its letters
};

struct PlacedStem {
    std::string text;
    std::uint64_t hash = 0;  // stem_hash(text)
    FormCheck check = FormCheck::none;
};

// A word of the query: a token with one of the stems.
struct PlacedWord {
    std::vector<PlacedStem> stems;  // distinct; none: no article has the word
    bool any = false;               // whatever token stands there; has no stems
    bool present = false;           // an article that has the words of the placement has this stem for sure
    std::uint64_t frequency = 0;    // articles that have one of the stems, at most
    std::string form;               // of FormCheck::form: a pattern of the folded word
    query::Letters letters = query::Letters::any;
};

// Words in consecutive tokens of one paragraph.
struct Sequence {
    std::vector<std::uint32_t> words;  // indexes of Placement::words; never empty
    std::uint32_t rarest = 0;          // index into `words`
    query::Zone zone = query::Zone::anywhere;
};

struct PlacementNode;

struct Either {
    std::vector<PlacementNode> parts;
};

struct Near {
    query::Proximity proximity;
    std::vector<PlacementNode> sides;  // two
};

// Occurrences of the part in articles that have so many of them. Those that overlap count once, and of a Near
// those of its left side.
struct Repeated {
    std::uint32_t times = 1;
    std::vector<PlacementNode> part;  // one
};

struct PlacementNode {
    std::variant<Sequence, Either, Near, Repeated> is;
    std::uint64_t frequency = 0;  // articles that can have it, at most
};

struct Placement {
    std::vector<PlacedWord> words;
    PlacementNode root;
    bool has_checks = false;  // a stem has one
    bool needs_text = false;  // one of form, which only the stored text decides
};

}  // namespace broadsheet
