#include "schema/analysis/characters.h"

#include <utf8proc.h>

namespace broadsheet {

namespace {

bool written_without_spaces(char32_t c) {
    if (c < 0x0e00) return false;
    if (c <= 0x0eff) return true;                 // Thai, Lao
    if (c >= 0x1000 && c <= 0x109f) return true;  // Myanmar
    if (c >= 0x1780 && c <= 0x17ff) return true;  // Khmer
    if (c < 0x2e80) return false;
    if (c <= 0x9fff) return true;                 // Han, kana, bopomofo
    if (c >= 0xf900 && c <= 0xfaff) return true;  // Han, compatibility
    if (c >= 0xff66 && c <= 0xff9f) return true;  // half-width kana
    return c >= 0x20000 && c <= 0x3ffff;          // Han, rare
}

}  // namespace

CharacterClass class_beyond_ascii(char32_t character) {
    if (character == 0x02bc) return CharacterClass::separator;  // an apostrophe, though a letter by category
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
        case UTF8PROC_CATEGORY_LL:
            return CharacterClass::lower;
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT:
            return CharacterClass::upper;
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_NL:
            return written_without_spaces(character) ? CharacterClass::single : CharacterClass::upper;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NO:
            return CharacterClass::digit;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return written_without_spaces(character) ? CharacterClass::single : CharacterClass::mark;
        default:
            return CharacterClass::separator;
    }
}

}  // namespace broadsheet
