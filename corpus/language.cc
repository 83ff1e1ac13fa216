#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

#include "corpus/names.h"

namespace broadsheet {

namespace {

// Enough to tell, and no more than a moment's work.
constexpr std::size_t most_bytes = 1000;
constexpr std::size_t fewest_bytes = 40;

std::string begin_of(const Article& article) {
    std::string text = article.title + "\n" + article.body.substr(0, most_bytes);
    // Not within a character.
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xc0) text.pop_back();
    return text;
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
    const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &no_hints, 0, languages.data(), percent.data(),
        scores.data(), nullptr, &text_bytes, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
    const std::string code = CLD2::LanguageCode(language);
    // Codes that ISO 639 has changed since.
    if (code == "iw") return "he";
    if (code == "jw") return "jv";
    return language_code(code);
}

}  // namespace broadsheet
