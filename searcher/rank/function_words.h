// Words that hold a sentence together and say little about what it is of.
#pragma once

#include <string_view>

namespace broadsheet {

// Whether a folded word is an English function word: article, pronoun, preposition, conjunction, auxiliary,
// or one with which questions are put. Words that can be names or abbreviations (us, it is one only in lower
// case and is not among them; may, will) are left out where news writes them often.
bool is_function_word(std::string_view folded);

}  // namespace broadsheet
