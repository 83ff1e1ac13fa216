#include "corpus/formats/identity.h"

#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string slug(std::string_view name) {
    std::string result;
    for (const char c : name) {
        const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        if (letter) {
            result += static_cast<char>(c | 0x20);
        } else if (is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (result.ends_with('-'))
        result.pop_back();
    return result;
}

}  // namespace

std::string stable_id(std::string_view owner, std::string_view id) {
    constexpr std::size_t long_enough = 20;
    std::string clean = normalise_line(id);
    if (clean.empty() || clean.size() >= long_enough || clean.find(':') != std::string::npos) return clean;
    const std::string prefix = slug(owner);
    return prefix.empty() ? std::string{} : prefix + "-" + clean;
}

std::optional<Seconds> first_date(std::initializer_list<std::string> spellings) {
    for (const std::string& spelling : spellings) {
        if (spelling.empty()) continue;
        if (const std::optional<Seconds> date = parse_date(spelling)) return date;
    }
    return std::nullopt;
}

std::string first_of(std::initializer_list<std::string> texts) {
    const auto* const found =
        std::find_if(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
    return found == texts.end() ? std::string{} : *found;
}

std::string_view iptc_subject(std::string_view code) {
    constexpr std::array<std::string_view, 17> subjects{"arts, culture and entertainment",
                                                        "crime, law and justice",
                                                        "disaster and accident",
                                                        "economy, business and finance",
                                                        "education",
                                                        "environmental issue",
                                                        "health",
                                                        "human interest",
                                                        "labour",
                                                        "lifestyle and leisure",
                                                        "politics",
                                                        "religion and belief",
                                                        "science and technology",
                                                        "social issue",
                                                        "sport",
                                                        "unrest, conflicts and war",
                                                        "weather"};
    const bool digits = code.size() == 8 && std::all_of(code.begin(), code.end(), is_digit);
    if (!digits) return {};
    const auto number = static_cast<std::size_t>((code[0] - '0') * 10 + (code[1] - '0'));
    return number >= 1 && number <= subjects.size() ? subjects[number - 1] : std::string_view{};
}

}  // namespace broadsheet
