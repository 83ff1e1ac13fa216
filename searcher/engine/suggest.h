// Completions of what somebody begins to type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/index/snapshot.h"

namespace broadsheet {

struct Suggestion {
    std::string text;    // as shown, and as a query or filter takes it
    const Field* field;  // of an entity; null for a word
    std::string id;      // of an entity
    std::string alias;   // the name that begins so, where `text` does not
    std::uint64_t articles = 0;
};

struct Suggestions {
    std::vector<Suggestion> entities;  // people, organisations and places, by number of articles
    std::vector<Suggestion> words;     // by number of articles
};

// At most `most` of each kind for a prefix of a name's or a word's folded spelling; nothing for an empty one.
// Of several words the last one may be only begun: "Ministry of F", "Foreign Min". Looks at a bounded number
// of names and words, in the order of their spelling.
Suggestions suggest(Snapshot& snapshot, std::string_view prefix, std::size_t most);

}  // namespace broadsheet
