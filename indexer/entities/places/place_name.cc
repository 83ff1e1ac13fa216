#include "indexer/entities/places/place_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/analysis/fold.h"

namespace broadsheet::entities {
namespace {

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view usual_form(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> forms{{{"saint", "st"},
                                                                                  {"sainte", "ste"},
                                                                                  {"mount", "mt"},
                                                                                  {"fort", "ft"},
                                                                                  {"el", "al"},
                                                                                  {"ul", "al"},
                                                                                  {"&", "and"}}};
    for (const auto& [written, usual] : forms)
        if (written == word) return usual;
    return word;
}

// Replaces the word at the key's end, from `begin` on, by its usual form.
void close_word(std::string& key, std::size_t begin) {
    const std::size_t size = key.size() - begin;
    if (size == 0 || size > 6) return;
    const std::string_view usual = usual_form(std::string_view(key).substr(begin));
    if (usual.data() != key.data() + begin) key.replace(begin, size, usual);
}

void ascii_key(std::string_view name, std::string& key) {
    std::size_t begin = 0;  // of the word at the end of the key
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (is_alphanumeric(c)) {
            key += lower(c);
            continue;
        }
        if (c == '\'') {
            const bool possessive = i + 1 < name.size() && lower(name[i + 1]) == 's' &&
                                    (i + 2 == name.size() || !is_alphanumeric(name[i + 2]));
            i += possessive ? 1 : 0;
            continue;
        }
        if (c == '.' && key.size() > begin) continue;
        if (key.size() == begin) continue;
        close_word(key, begin);
        key += ' ';
        begin = key.size();
    }
    if (key.size() > begin) close_word(key, begin);
    while (key.ends_with(' '))
        key.pop_back();
}

struct Unit {
    std::string_view word;
    UnitWord kind;
};
// Before a blank or "of" they stand first, otherwise last.
constexpr std::array<Unit, 40> units{{{"county", UnitWord::district},
                                      {"parish", UnitWord::district},
                                      {"borough", UnitWord::district},
                                      {"municipality", UnitWord::district},
                                      {"district", UnitWord::district},
                                      {"census area", UnitWord::district},
                                      {"city and borough", UnitWord::district},
                                      {"metropolitan borough", UnitWord::district},
                                      {"london borough", UnitWord::district},
                                      {"royal borough", UnitWord::district},
                                      {"raion", UnitWord::district},
                                      {"township", UnitWord::district},
                                      {"regency", UnitWord::district},
                                      {"counties", UnitWord::district},
                                      {"autonomous region", UnitWord::region},
                                      {"governorate", UnitWord::region},
                                      {"province", UnitWord::region},
                                      {"provincia", UnitWord::region},
                                      {"region", UnitWord::region},
                                      {"state", UnitWord::region},
                                      {"prefecture", UnitWord::region},
                                      {"department", UnitWord::region},
                                      {"departamento", UnitWord::region},
                                      {"departement", UnitWord::region},
                                      {"oblast", UnitWord::region},
                                      {"krai", UnitWord::region},
                                      {"kray", UnitWord::region},
                                      {"canton", UnitWord::region},
                                      {"territory", UnitWord::region},
                                      {"emirate", UnitWord::region},
                                      {"muhafazat", UnitWord::region},
                                      {"wilaya", UnitWord::region},
                                      {"voivodeship", UnitWord::region},
                                      {"division", UnitWord::region},
                                      {"commonwealth", UnitWord::region},
                                      {"city", UnitWord::town},
                                      {"town", UnitWord::town},
                                      {"village", UnitWord::town},
                                      {"republic", UnitWord::country},
                                      {"kingdom", UnitWord::country}}};

}  // namespace

void place_key(std::string_view name, std::string& key) {
    key.clear();
    if (name.size() > longest_place_name) return;
    const bool ascii =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        ascii_key(name, key);
    } else {
        ascii_key(fold_name(name), key);
    }
    if (key.starts_with("the ")) key.erase(0, 4);
    const bool letters = std::any_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!letters) key.clear();
}

std::string place_key(std::string_view name) {
    std::string key;
    place_key(name, key);
    return key;
}

UnitWord strip_unit_word(std::string_view& key) {
    for (const Unit& unit : units) {
        const std::size_t size = unit.word.size();
        if (key.size() < size + 3) continue;
        if (key.ends_with(unit.word) && key[key.size() - size - 1] == ' ') {
            key.remove_suffix(size + 1);
            return unit.kind;
        }
        if (key.starts_with(unit.word) && key[size] == ' ') {
            std::string_view rest = key.substr(size + 1);
            const bool of = rest.starts_with("of ") && rest.size() > 3;
            // "City Island" is a name, "City of Mosul" and "County Kerry" are a unit's.
            if (!of && unit.word != "county" && unit.word != "muhafazat" && unit.word != "provincia" &&
                unit.word != "departamento")
                continue;
            key = of ? rest.substr(3) : rest;
            return unit.kind;
        }
    }
    return UnitWord::none;
}

}  // namespace broadsheet::entities
