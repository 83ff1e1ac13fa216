#include "corpus/language_code.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"

namespace broadsheet {

std::string language_code(std::string_view name) {
    struct Language {
        std::string_view name;
        std::string_view three;
        std::string_view two;
    };
    constexpr std::array<Language, 56> languages{{
        {"english", "eng", "en"},   {"german", "deu", "de"},     {"german", "ger", "de"},
        {"french", "fra", "fr"},    {"french", "fre", "fr"},     {"spanish", "spa", "es"},
        {"italian", "ita", "it"},   {"portuguese", "por", "pt"}, {"dutch", "nld", "nl"},
        {"dutch", "dut", "nl"},     {"russian", "rus", "ru"},    {"chinese", "zho", "zh"},
        {"chinese", "chi", "zh"},   {"japanese", "jpn", "ja"},   {"korean", "kor", "ko"},
        {"arabic", "ara", "ar"},    {"turkish", "tur", "tr"},    {"polish", "pol", "pl"},
        {"swedish", "swe", "sv"},   {"norwegian", "nor", "no"},  {"bokmal", "nob", "no"},
        {"nynorsk", "nno", "no"},   {"danish", "dan", "da"},     {"finnish", "fin", "fi"},
        {"greek", "ell", "el"},     {"greek", "gre", "el"},      {"hebrew", "heb", "he"},
        {"hindi", "hin", "hi"},     {"persian", "fas", "fa"},    {"persian", "per", "fa"},
        {"ukrainian", "ukr", "uk"}, {"indonesian", "ind", "id"}, {"czech", "ces", "cs"},
        {"czech", "cze", "cs"},     {"hungarian", "hun", "hu"},  {"romanian", "ron", "ro"},
        {"romanian", "rum", "ro"},  {"catalan", "cat", "ca"},    {"basque", "eus", "eu"},
        {"armenian", "hye", "hy"},  {"lithuanian", "lit", "lt"}, {"latvian", "lav", "lv"},
        {"estonian", "est", "et"},  {"slovak", "slk", "sk"},     {"slovenian", "slv", "sl"},
        {"croatian", "hrv", "hr"},  {"serbian", "srp", "sr"},    {"bulgarian", "bul", "bg"},
        {"irish", "gle", "ga"},     {"thai", "tha", "th"},       {"vietnamese", "vie", "vi"},
        {"malay", "msa", "ms"},     {"tamil", "tam", "ta"},      {"nepali", "nep", "ne"},
        {"bengali", "ben", "bn"},   {"urdu", "urd", "ur"},
    }};
    // Codes that were changed, countries in their place, and Norwegian's two ways to write, which are
    // searched as one language.
    constexpr std::array<std::array<std::string_view, 2>, 12> others{{{"nb", "no"},
                                                                      {"nn", "no"},
                                                                      {"iw", "he"},
                                                                      {"in", "id"},
                                                                      {"jw", "jv"},
                                                                      {"ji", "yi"},
                                                                      {"jp", "ja"},
                                                                      {"cn", "zh"},
                                                                      {"cz", "cs"},
                                                                      {"dk", "da"},
                                                                      {"gr", "el"},
                                                                      {"ua", "uk"}}};
    const std::string key = ascii_lower(trimmed(name));
    const std::string code = key.substr(0, key.find_first_of("-_"));
    const bool letters =
        !code.empty() && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || code == "utf") return {};  // a charset in its place
    for (const Language& language : languages) {
        if (code == language.name || code == language.three) return std::string(language.two);
    }
    for (const auto& [other, meant] : others) {
        if (code == other) return std::string(meant);
    }
    return code.size() <= 3 && code.size() >= 2 ? code : std::string{};
}

}  // namespace broadsheet
