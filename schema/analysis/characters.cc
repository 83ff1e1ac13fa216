#include "schema/analysis/characters.h"

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
    switch (u_charType(static_cast<UChar32>(character))) {
        case U_LOWERCASE_LETTER:
            return CharacterClass::lower;
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER:
            return CharacterClass::upper;
        case U_OTHER_LETTER:
        case U_MODIFIER_LETTER:
        case U_LETTER_NUMBER:
            return written_without_spaces(character) ? CharacterClass::single : CharacterClass::upper;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_OTHER_NUMBER:
            return CharacterClass::digit;
        case U_NON_SPACING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_ENCLOSING_MARK:
            return written_without_spaces(character) ? CharacterClass::single : CharacterClass::mark;
        default:
            return CharacterClass::separator;
    }
}

}  // namespace broadsheet
