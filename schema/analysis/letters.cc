#include "schema/analysis/letters.h"

#include <utf8proc.h>

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
        const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c.value));
        letters.capital =
            letters.capital || category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
        letters.small = letters.small || category == UTF8PROC_CATEGORY_LL;
    }
    return letters;
}

}  // namespace broadsheet
