#include "corpus/date_words.h"

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 20> fillers{
    "at",      "on", "of",  "the", "published", "posted", "updated", "date", "last", "first",
    "created", "de", "del", "le",  "el",        "um",     "uhr",     "den",  "der",  "am"};

// Months that other languages write otherwise than English does, in full and short.
struct Month {
    std::string_view name;
    int number;
};
constexpr std::array<Month, 77> foreign_months{{
    {"januar", 1},    {"j\u00e4nner", 1}, {"janvier", 1},    {"janv", 1},
    {"enero", 1},     {"ene", 1},         {"gennaio", 1},    {"gen", 1},
    {"janeiro", 1},   {"januari", 1},     {"februar", 2},    {"f\u00e9vrier", 2},
    {"f\u00e9vr", 2}, {"febrero", 2},     {"febbraio", 2},   {"fevereiro", 2},
    {"fev", 2},       {"februari", 2},    {"m\u00e4rz", 3},  {"m\u00e4r", 3},
    {"mars", 3},      {"marzo", 3},       {"mar\u00e7o", 3}, {"maart", 3},
    {"mrt", 3},       {"avril", 4},       {"avr", 4},        {"abril", 4},
    {"abr", 4},       {"aprile", 4},      {"mai", 5},        {"mayo", 5},
    {"maggio", 5},    {"mag", 5},         {"maio", 5},       {"mei", 5},
    {"juni", 6},      {"juin", 6},        {"junio", 6},      {"giugno", 6},
    {"giu", 6},       {"junho", 6},       {"juli", 7},       {"juillet", 7},
    {"juil", 7},      {"julio", 7},       {"luglio", 7},     {"lug", 7},
    {"julho", 7},     {"ao\u00fbt", 8},   {"agosto", 8},     {"ago", 8},
    {"augustus", 8},  {"septembre", 9},   {"septiembre", 9}, {"settembre", 9},
    {"setembro", 9},  {"set", 9},         {"oktober", 10},   {"okt", 10},
    {"octobre", 10},  {"octubre", 10},    {"ottobre", 10},   {"ott", 10},
    {"outubro", 10},  {"out", 10},        {"novembre", 11},  {"noviembre", 11},
    {"novembro", 11}, {"dezember", 12},   {"dez", 12},       {"d\u00e9cembre", 12},
    {"d\u00e9c", 12}, {"diciembre", 12},  {"dic", 12},       {"dicembre", 12},
    {"dezembro", 12},
}};

struct Zone {
    std::string_view name;
    int minutes;
};

constexpr std::array<Zone, 37> zones{{
    {"z", 0},      {"gmt", 0},    {"utc", 0},    {"ut", 0},     {"wet", 0},    {"bst", 60},   {"cet", 60},
    {"cest", 120}, {"west", 60},  {"eet", 120},  {"eest", 180}, {"sast", 120}, {"msk", 180},  {"pkt", 300},
    {"ist", 330},  {"hkt", 480},  {"sgt", 480},  {"awst", 480}, {"jst", 540},  {"kst", 540},  {"aest", 600},
    {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}, {"brt", -180}, {"art", -180}, {"ast", -240}, {"adt", -180},
    {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
    {"pdt", -420}, {"et", -300},
}};

}  // namespace

int month_of(std::string_view word) {
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || word == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
    }
    const auto* const found = std::find_if(foreign_months.begin(), foreign_months.end(),
                                           [&](const Month& month) { return month.name == word; });
    return found == foreign_months.end() ? 0 : found->number;
}

bool is_filler(std::string_view word) {
    const auto weekday = [&](std::string_view name) {
        return word == name || word == name.substr(0, 3) || (word.size() == 4 && name.starts_with(word)) ||
               (word == "thur" || word == "thurs");
    };
    return std::any_of(weekdays.begin(), weekdays.end(), weekday) ||
           std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

std::optional<int> zone_offset(std::string_view word) {
    const auto* const found =
        std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == word; });
    if (found == zones.end()) return std::nullopt;
    return found->minutes * 60;
}

}  // namespace broadsheet
