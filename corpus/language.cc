#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/language_code.h"

namespace broadsheet {

namespace {

// Enough to tell, and no more than a moment's work.
constexpr std::size_t most_bytes = 1000;
constexpr std::size_t fewest_bytes = 40;

// A line with a few foreign names looks like the language of the names. Measured on 26,000 articles, cut to
// as many bytes: below the first figure one in 150 of those in English was taken for another language, above
// it none for one of `frequent`, and above the second none for any.
constexpr std::size_t fewest_of_frequent = 80;
constexpr std::size_t fewest_of_any = 200;
constexpr std::array<std::string_view, 15> frequent{"cs", "da", "de", "es", "fi", "fr", "hu", "it",
                                                    "nl", "no", "pl", "pt", "ro", "sv", "tr"};

// How much of the text is to be in the language, in per cent.
constexpr int most_of_it = 80;
constexpr int half_of_it = 50;

std::string begin_of(const Article& article) {
    std::string text = article.title + "\n" + article.body.substr(0, most_bytes);
    // Not within a character.
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xc0) text.pop_back();
    return text;
}

// By the first bytes of characters: of the Greek, Cyrillic, Hebrew, Arabic and all that follow them but
// punctuation.
bool is_latin(std::string_view text) {
    std::size_t letters = 0;
    std::size_t foreign = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters;
        if (byte >= 0xce && byte != 0xe2 && byte != 0xef) ++foreign;
    }
    return foreign * 2 <= letters;
}

// Whether a text that looks to be in the language, for so many per cent, is long enough to say so.
bool is_certain(const std::string& code, int percent, std::string_view text) {
    if (code == "en" || !is_latin(text)) return percent >= half_of_it;
    if (percent < most_of_it || text.size() < fewest_of_frequent) return false;
    return text.size() >= fewest_of_any ||
           std::find(frequent.begin(), frequent.end(), code) != frequent.end();
}

}  // namespace

std::string recognised_language(const Article& article) {
    const std::string text = begin_of(article);
    if (text.size() < fewest_bytes) return {};
    bool reliable = false;
    int text_bytes = 0;
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percent{};
    std::array<double, 3> scores{};
    const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    // What it sums up prefers other languages to English, of which pages are full; articles are not.
    CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                   languages.data(), percent.data(), scores.data(), nullptr, &text_bytes,
                                   &reliable);
    if (!reliable || languages.front() == CLD2::UNKNOWN_LANGUAGE) return {};
    std::string code = language_code(CLD2::LanguageCode(languages.front()));
    if (!is_certain(code, percent.front(), text)) code.clear();
    return code;
}

}  // namespace broadsheet
