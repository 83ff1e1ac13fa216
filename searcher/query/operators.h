// The operators of the query language with their meaning: help texts, the README's table and the tests by
// example derive from this table.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace broadsheet::query {

struct Operator {
    std::string_view form;     // "a W/5 b"
    std::string_view also;     // another way to write it; may be empty
    std::string_view meaning;  // a sentence without its full stop
    // A query, and two articles as "Title | Text": the first is found by it, the second is not.
    std::string_view example;
    std::string_view found;
    std::string_view missed;
};

inline constexpr std::array<Operator, 26> operators{{
    {"a b", "", "all of the words in any of their forms; where no article has all of them, any",
     "sanction banks", "Trade | The bank was sanctioned.", "Trade | The bank opened."},
    {"\"a b\"", "", "a phrase: the words side by side, in this order, within a paragraph", "\"oil price\"",
     "Markets | The oil prices rose.", "Markets | The price of oil rose."},
    {"\"a * b\"", "", "a phrase with any one word in the place of the star", "\"bank * england\"",
     "Rates | The Bank of England waited.", "Rates | The bank in the north of England closed."},
    {"=a", "=\"a b\"",
     "this very form of a word or phrase; capitals, accents and a possessive 's do not count", "=strike",
     "Labour | A strike began.", "Labour | Two strikes ended."},
    {"a AND b", "", "both", "oil AND gas", "Fuel | Oil and gas.", "Fuel | Only oil."},
    {"a OR b", "", "at least one; AND holds tighter", "oil OR gas", "Fuel | Only gas.", "Fuel | Coal."},
    {"NOT a", "-a", "articles without it", "oil NOT gas", "Fuel | Only oil.", "Fuel | Oil and gas."},
    {"+a", "", "must be there, also where any of the words may match", "+oil gas", "Fuel | Oil and gas.",
     "Fuel | Only gas."},
    {"( )", "", "brackets, around anything and also inside what is near", "(oil OR gas) price",
     "Fuel | The gas price.", "Fuel | Oil and gas."},
    {"field:a", "field:(a OR b)", "words of the title, or a value of another field", "title:(oil OR gas)",
     "Gas found | Off the coast.", "Coal | Gas is cheaper."},
    {"econom*", "", "any ending; a star may also stand inside a word or in front of it", "politic*",
     "Vote | A politician spoke.", "Vote | The police spoke."},
    {"colo?r", "", "one letter, whichever", "wom?n", "Sport | Two women won.", "Sport | A womaniser won."},
    {"sanctoins~", "sanctoins~2",
     "also words that differ by one letter (or two), exchanged neighbours included; the first letter stays",
     "sanctoins~", "Trade | New sanctions.", "Trade | New sections."},
    {"a W/5 b", "a NEAR/5 b",
     "at most five words from one to the other, in either order and not from the title into the text; W/1 is "
     "side by side",
     "oil W/3 iraq", "Fuel | Iraq sells oil.", "Fuel | Oil is what the south of Iraq has."},
    {"a PRE/5 b", "", "the same with the first one in front", "oil PRE/3 iraq", "Fuel | Oil from Iraq.",
     "Fuel | Iraq sells oil."},
    {"a W/S b", "a NEAR/S b", "in one sentence; PRE/S in this order", "oil W/S iraq",
     "Fuel | It is in the south of Iraq that most of the oil lies.", "Fuel | Oil is dear. Iraq sells it."},
    {"a W/P b", "a NEAR/P b", "in one paragraph; PRE/P in this order", "oil W/P iraq",
     "Fuel | Oil is dear. Iraq sells it.", "Oil | Iraq sells it."},
    {"a NOT W/5 b", "a NOT NEAR/5 b",
     "somewhere without the other one so near, or around it; likewise NOT PRE/5, NOT W/S, NOT W/P",
     "bank NOT W/2 river", "Money | A bank lent it. The river bank is green.",
     "Money | The river bank is green."},
    {"ATLEAST3(a)", "", "so often, the title included; of words near each other the first one counts",
     "ATLEAST3(iraq)", "Iraq | From Iraq to Iraq.", "Iraq | From Iraq to Iran."},
    {"CAPS(us)", "", "with a capital letter in it", "CAPS(turkey)", "News | He left Turkey.",
     "News | He ate turkey."},
    {"ALLCAPS(us)", "", "all in capital letters", "ALLCAPS(us)", "News | The US left.",
     "News | They left us."},
    {"NOCAPS(us)", "", "without a capital letter", "NOCAPS(aids)", "News | He aids them.",
     "News | He died of AIDS."},
    {"LEAD(a)", "", "in the first three sentences of the text", "LEAD(oil)", "Iraq | One. Two. Oil. Four.",
     "Oil | One. Two. Three. Oil."},
    {"HLEAD(a)", "", "in the title or in the first three sentences of the text", "HLEAD(oil)",
     "Oil | One. Two. Three. Four.", "Iraq | One. Two. Three. Oil."},
    {"PREFER(place:a)", "",
     "of the best hits those with this place, person or organisation come first; none is left out", "", "",
     ""},
    {"date:2024-01..2024-03", "date:>=2024",
     "of these days; also 2024, 2024-01-24, today, -7d (the last seven days)", "date:2024-01..2024-03", "",
     ""},
}};

// The table for the terminal, with the limits of the language.
std::string language_help();

}  // namespace broadsheet::query
