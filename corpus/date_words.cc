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
constexpr std::array<std::string_view, 11> fillers{"at",      "on",   "of",   "the",   "published", "posted",
                                                   "updated", "date", "last", "first", "created"};

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
    return 0;
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
