// Facet values by the beginning of one of their names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/index/snapshot.h"

namespace broadsheet {

struct SuggestedValue {
    ValueId id;
    std::string alias;  // its shortest name that fits, as a key
};

// Those of `field` with a name that begins with `folded`, in the order of their ids. Of each segment the
// first 20,000 such names are looked at.
std::vector<SuggestedValue> values_beginning(const Snapshot& snapshot, FieldId field,
                                             const std::string& folded);

// Those of `field` with a name that has all the words of `typed`, in any order and with others between them,
// the last one perhaps only begun, and that begins with one of them: of "Ministry of F" the "Foreign Affairs
// Ministry" and the "Finance Ministry". Small words such as "of" do not count. Nothing for fewer than two
// words, for one word begins a name, or for more than eight. Of each segment 20,000 names are looked at.
std::vector<SuggestedValue> values_with_words(const Snapshot& snapshot, FieldId field,
                                              std::string_view typed);

// A folded name's words: what blanks and hyphens separate.
std::vector<std::string> words_of_name(std::string_view folded);

// Those of a name as it is typed that count, spelt as the names of this field are looked up.
std::vector<std::string> counting_words(FieldId field, std::string_view name);

// Whether `words` has all of `typed`, of which the last one may be the beginning of a word; each word counts
// once.
bool has_words(const std::vector<std::string>& words, const std::vector<std::string>& typed);

}  // namespace broadsheet
