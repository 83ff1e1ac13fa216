// How likely one spelling is a slip for another.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace broadsheet {

// The cheapest way from `typed` to `meant` by insertions, deletions, replacements and exchanges of neighbours
// (optimal string alignment). Each costs 1, and less where people slip often: a doubled letter, an exchange,
// a vowel for another, letters that sound alike. One at the first letter costs more.
double edit_cost(std::string_view typed, std::string_view meant);

// The fewest edits from the beginning of `text` to the whole of `stem`, where at most `rest` letters of
// `text` are left over; a number above `most` where it takes more than that.
std::uint32_t edits_to_stem(std::string_view stem, std::string_view text, std::size_t rest,
                            std::uint32_t most);

// Every spelling that one edit makes of a text, with the small letters from a to z and the blank; bytes are
// taken for letters.
std::set<std::string> one_edit_from(const std::string& text);

}  // namespace broadsheet
