#include "searcher/query/signs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet::query {

namespace {

constexpr std::array<std::pair<std::string_view, Letters>, 3> letter_functions{
    {{"CAPS", Letters::some_capital}, {"ALLCAPS", Letters::all_capital}, {"NOCAPS", Letters::no_capital}}};
constexpr std::array<std::pair<std::string_view, Zone>, 2> zone_functions{
    {{"LEAD", Zone::lead}, {"HLEAD", Zone::title_or_lead}}};

}  // namespace

std::optional<std::uint32_t> read_number(std::string_view digits) {
    constexpr std::size_t most_digits = 4;
    if (digits.empty() || digits.size() > most_digits || !std::all_of(digits.begin(), digits.end(), is_digit))
        return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : digits)
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return number;
}

std::optional<Proximity> read_distance(std::string_view run) {
    const std::size_t slash = run.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string_view name = run.substr(0, slash);
    const std::string_view reach = run.substr(slash + 1);
    if (name != "NEAR" && name != "W" && name != "PRE") return std::nullopt;
    Proximity proximity;
    proximity.ordered = name == "PRE";
    if (const auto words = read_number(reach)) {
        proximity.words = *words;
    } else if (reach == "S") {
        proximity.unit = Proximity::Unit::sentence;
    } else if (reach == "P") {
        proximity.unit = Proximity::Unit::paragraph;
    } else {
        return std::nullopt;
    }
    return proximity;
}

std::optional<Function> read_function(std::string_view run) {
    for (const auto& [name, letters] : letter_functions) {
        if (run == name) return Function{Function::Kind::letters, 1, letters, Zone::anywhere};
    }
    for (const auto& [name, zone] : zone_functions) {
        if (run == name) return Function{Function::Kind::zone, 1, Letters::any, zone};
    }
    if (run == prefer) return Function{Function::Kind::prefer, 1, Letters::any, Zone::anywhere};
    constexpr std::string_view at_least = "ATLEAST";
    if (!run.starts_with(at_least)) return std::nullopt;
    const auto times = read_number(run.substr(at_least.size()));
    if (!times) return std::nullopt;
    return Function{Function::Kind::at_least, std::max(*times, 1u), Letters::any, Zone::anywhere};
}

std::string to_text(const Proximity& proximity) {
    std::string text = proximity.negative ? "NOT " : "";
    text += proximity.ordered ? "PRE/" : "W/";
    if (proximity.unit == Proximity::Unit::sentence) return text + 'S';
    if (proximity.unit == Proximity::Unit::paragraph) return text + 'P';
    return text + std::to_string(proximity.words);
}

std::string_view name_of(Letters letters) {
    for (const auto& [name, value] : letter_functions) {
        if (value == letters) return name;
    }
    return {};
}

std::string_view name_of(Zone zone) {
    if (zone == Zone::title) return "title:";
    for (const auto& [name, value] : zone_functions) {
        if (value == zone) return name;
    }
    return {};
}

std::size_t quote_length(std::string_view text) {
    constexpr auto quotes = std::to_array<std::string_view>(
        {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e", "\xe2\x80\x9f", "\xc2\xab", "\xc2\xbb"});
    for (const std::string_view quote : quotes) {
        if (text.starts_with(quote)) return quote.size();
    }
    return 0;
}

}  // namespace broadsheet::query
