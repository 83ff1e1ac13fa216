// Small closed lists of words, asked with lower-cased forms.
#pragma once

#include <string_view>

namespace broadsheet::entities {

// May stand uncapitalised inside a name: "of", "von", "al", "&", a quotation mark.
bool is_connective(std::string_view lower);

// English words that tell nothing about a name when a sentence begins with them.
bool is_function_word(std::string_view lower);

// Frequent in English and rare in other languages; and the other way round. Words of names are in neither.
bool is_only_english(std::string_view lower);
bool is_only_foreign(std::string_view lower);

// "corp", "jr": a full stop after it may belong to the name.
bool is_company_ending(std::string_view lower);

// Words of sports reports and result tables.
bool is_sport_word(std::string_view lower);

}  // namespace broadsheet::entities
