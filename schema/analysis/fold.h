// Folding: case, compatibility forms and diacritics. `Café`, `CAFÉ` and `cafe` are one.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Longest folded token in bytes; what is longer is cut at a character.
inline constexpr std::size_t longest_token = 64;
// What is beyond so many bytes of a token does not count: folding can shorten a token, but not so much.
inline constexpr std::size_t longest_raw_token = 4 * longest_token;

// A token of the Tokenizer as the index knows it before stemming: NFKD, case folded, marks off, apostrophes
// and inner punctuation off (U.S. -> us, O'Brien -> obrien, 1,000 -> 1000; 5.93, 9/11 and at&t stay),
// possessive 's off. Never empty for a token that the Tokenizer made.
void fold_token(std::string_view token, std::string& folded);
std::string fold_token(std::string_view token);

// A whole name for comparison: as above, with runs of white space and of punctuation as one blank, none at
// the ends. `Al-Sudani, Muhammad` -> `al sudani muhammad`. Falls back to the text itself when nothing would
// remain.
std::string fold_name(std::string_view name);

}  // namespace broadsheet
