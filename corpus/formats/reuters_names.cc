#include "corpus/formats/reuters_names.h"

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

struct Spelling {
    std::string_view code;
    std::string_view name;
};

template <std::size_t N>
std::string_view spelt(const std::array<Spelling, N>& spellings, std::string_view code) {
    const auto found = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const Spelling& row) { return row.code == code; });
    return found == spellings.end() ? std::string_view{} : found->name;
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Calls `word(begin of the name?, part)` for the parts between hyphens and joins what it returns with blanks.
template <typename Word>
std::string words_of(std::string_view code, Word word) {
    std::string name;
    while (!code.empty()) {
        const std::size_t end = std::min(code.find('-'), code.size());
        if (end > 0) {
            if (!name.empty()) name += ' ';
            name += word(name.empty(), code.substr(0, end));
        }
        code.remove_prefix(std::min(end + 1, code.size()));
    }
    return name;
}

std::string capitalised(std::string_view word) {
    std::string name(word);
    if (!name.empty()) name[0] = upper(name[0]);
    return name;
}

}  // namespace

std::string reuters_place(std::string_view code) {
    constexpr std::array<Spelling, 10> special{{{"usa", "USA"},
                                                {"uk", "UK"},
                                                {"ussr", "USSR"},
                                                {"uae", "UAE"},
                                                {"guinea-bissau", "Guinea-Bissau"},
                                                {"trinidad-tobago", "Trinidad and Tobago"},
                                                {"yemen-demo-republic", "Yemen Democratic Republic"},
                                                {"us-virgin-islands", "US Virgin Islands"},
                                                {"isle-of-man", "Isle of Man"},
                                                {"sao-tome-and-principe", "Sao Tome and Principe"}}};
    if (const std::string_view name = spelt(special, code); !name.empty()) return std::string(name);
    return words_of(code, [](bool, std::string_view word) { return capitalised(word); });
}

std::string reuters_person(std::string_view code) {
    constexpr std::array<std::string_view, 8> particles{"de", "del", "la", "al", "ul", "von", "van", "da"};
    std::string name = words_of(code, [&](bool first, std::string_view word) {
        const bool particle =
            !first && std::find(particles.begin(), particles.end(), word) != particles.end();
        return particle ? std::string(word) : capitalised(word);
    });
    if (name.starts_with("O ")) name[1] = '\'';  // o-kennedy
    return name;
}

std::string reuters_organisation(std::string_view code) {
    constexpr std::array<Spelling, 9> special{{{"worldbank", "World Bank"},
                                               {"comecon", "Comecon"},
                                               {"euratom", "Euratom"},
                                               {"africa", "Africa"},
                                               {"asia", "Asia"},
                                               {"coffee", "Coffee"},
                                               {"islam", "Islam"},
                                               {"whale", "Whale"},
                                               {"wheat", "Wheat"}}};
    return words_of(code, [&](bool, std::string_view word) {
        if (const std::string_view name = spelt(special, word); !name.empty()) return std::string(name);
        std::string name(word);
        // All others of the collection are initials.
        if (word.size() <= 9) std::transform(name.begin(), name.end(), name.begin(), upper);
        return word.size() <= 9 ? name : capitalised(word);
    });
}

}  // namespace broadsheet
