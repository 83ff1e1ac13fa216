#include "schema/analysis/letters.h"

#include <unicode/uchar.h>

#include "schema/analysis/characters.h"

namespace broadsheet {

Letters letters_of(std::string_view token) {
    Letters letters;
    for (std::size_t at = 0; at < token.size();) {
        const Character c = character_at(token, at);
        at += c.size;
        if (is_apostrophe(c.value) && at + 1 == token.size()) break;
        if (c.value < 0x80) {
            letters.capital = letters.capital || c.kind == CharacterClass::upper;
            letters.small = letters.small || c.kind == CharacterClass::lower;
            continue;
        }
        const auto value = static_cast<UChar32>(c.value);
        letters.capital = letters.capital || u_isupper(value) || u_istitle(value);
        letters.small = letters.small || u_islower(value);
    }
    return letters;
}

}  // namespace broadsheet
