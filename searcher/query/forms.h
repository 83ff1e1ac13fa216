// Other ways to say words of a query, put beside them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "searcher/query/ast.h"

namespace broadsheet::query {

inline constexpr std::size_t most_forms = 16;         // of a word or phrase, the one typed included
inline constexpr std::size_t most_form_words = 1024;  // that are put beside those of a query

using Words = std::vector<Word>;

// Words that say the same as the first `count` ones of a run.
struct OtherForms {
    std::size_t count = 0;     // 0: there are none
    std::vector<Words> forms;  // without what was typed
    Alike alike = Alike::no;
};

// Words that stand side by side. They are plain ones: no patterns, no exact forms, no wish for capitals.
struct WordRun {
    std::span<const Word> words;  // one or more
    bool positive = true;         // false under an odd number of negations
    bool in_phrase = false;       // in quotes with others
};

// What else the beginning of a run can be called, the longest beginning first.
using FindForms = std::function<OtherForms(const WordRun& run)>;

// The query with an Any for everything that has other forms. Words side by side are looked up together where
// nothing is between them; inside a phrase each form makes a phrase of its own. What is found for `root` is
// found for the result, too, except by negations. False where most_form_words were not enough.
bool add_forms(Node& root, const FindForms& find);

}  // namespace broadsheet::query
