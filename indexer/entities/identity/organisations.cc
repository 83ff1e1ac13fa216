#include <algorithm>
#include <array>
#include <unordered_map>

#include "indexer/entities/identity/grouping.h"
#include "indexer/entities/identity/groups.h"
#include "schema/analysis/fold.h"
#include "schema/analysis/name_key.h"

namespace broadsheet::entities {

namespace {

constexpr std::size_t shortest_acronym = 2;
constexpr std::size_t longest_acronym = 8;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that say what kind of organisation it is, and that the next mention leaves out.
constexpr auto designators = std::to_array<std::string_view>(
    {"administration",  "agency",       "airlines",     "airways",     "association", "authority",
     "automobile",      "bancorp",      "bank",         "brothers",    "bureau",      "capital",
     "chemical",        "club",         "college",      "commission",  "committee",   "communications",
     "council",         "department",   "electric",     "electronics", "energy",      "enterprises",
     "entertainment",   "federation",   "fc",           "financial",   "foods",       "foundation",
     "group",           "holding",      "holdings",     "industries",  "institute",   "insurance",
     "international",   "laboratories", "media",        "ministry",    "motor",       "motors",
     "office",          "oil",          "organisation", "partners",    "party",       "petroleum",
     "pharmaceuticals", "pictures",     "press",        "resources",   "securities",  "service",
     "services",        "software",     "solutions",    "steel",       "stores",      "studios",
     "systems",         "technologies", "technology",   "telecom",     "union",       "university"});

constexpr auto small_words = std::to_array<std::string_view>({"and", "for", "in", "of", "on", "the", "to"});

// In front of a name that its own country's papers leave out.
constexpr auto countries = std::to_array<std::string_view>(
    {"american", "australian", "british", "canadian", "chinese", "egyptian",  "french",
     "german",   "indian",     "iranian", "iraqi",    "israeli", "italian",   "japanese",
     "russian",  "spanish",    "syrian",  "turkish",  "uk",      "ukrainian", "us"});

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// The letters of "E.S.A." or "ESA", small; empty for what is no acronym.
std::string acronym_letters(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (c == '.') continue;
        if (c < 'A' || c > 'Z') return {};
        letters += static_cast<char>(c - 'A' + 'a');
    }
    return letters.size() < shortest_acronym || letters.size() > longest_acronym ? std::string() : letters;
}

std::string initials(std::string_view key, bool with_small_words) {
    std::string letters;
    for (const std::string_view word : words_of(key)) {
        if (with_small_words || !contains(small_words, word)) letters += word.front();
    }
    return letters;
}

// What can be short for a name: its initials with and without small words, in the order of its key and as it
// is written, since the key of "Office of Lake Safety" is "lake safety office".
std::array<std::string, 4> acronyms_of(std::string_view name, std::string_view key) {
    constexpr std::string_view article = "the ";
    const std::string written = fold_name(name);
    const std::string_view words =
        std::string_view(written).substr(written.starts_with(article) ? article.size() : 0);
    return {initials(key, false), initials(key, true), initials(words, false), initials(words, true)};
}

// "us treasury department" to "treasury department"; empty where no country stands in front.
std::string without_country(const std::string& key) {
    const std::size_t blank = key.find(' ');
    if (blank == std::string::npos || !contains(countries, std::string_view(key).substr(0, blank))) return {};
    return key.substr(blank + 1);
}

// "us treasury department" to "us treasury" and "treasury"; "ford motor" to "ford".
std::vector<std::string> forms_without_designators(const std::string& key) {
    std::vector<std::string> forms;
    for (std::string rest = key;;) {
        const std::size_t blank = rest.rfind(' ');
        if (blank == std::string::npos || !contains(designators, std::string_view(rest).substr(blank + 1)))
            break;
        rest.resize(blank);
        forms.push_back(rest);
        if (std::string domestic = without_country(rest); !domestic.empty())
            forms.push_back(std::move(domestic));
    }
    return forms;
}

}  // namespace

bool is_acronym_of(std::string_view acronym, std::string_view name) {
    const std::string letters = acronym_letters(acronym);
    if (letters.empty()) return false;
    const std::array<std::string, 4> acronyms = acronyms_of(name, organisation_key(name));
    return std::find(acronyms.begin(), acronyms.end(), letters) != acronyms.end();
}

Groups group_organisations(const std::vector<Spelling>& spellings,
                           const std::vector<Definition>& definitions) {
    std::vector<std::string> keys;
    keys.reserve(spellings.size());
    for (const Spelling& spelling : spellings)
        keys.push_back(organisation_key(spelling.text));

    std::vector<bool> is_short(spellings.size());
    for (const auto& [name, acronym] : definitions)
        is_short[acronym] = true;
    std::unordered_map<std::string, const std::string*>
        full_keys;  // of the only national name without its country
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        is_short[i] = is_short[i] || keys[i].find(' ') == std::string::npos;
        const std::string rest = without_country(keys[i]);
        if (is_short[i] || rest.empty()) continue;
        const auto [place, is_new] = full_keys.try_emplace(rest, &keys[i]);
        if (!is_new && place->second != nullptr && *place->second != keys[i]) place->second = nullptr;
    }

    GroupTable table(spellings);
    std::unordered_map<std::string, std::uint32_t> short_forms;
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        if (is_short[i]) continue;
        const auto national = full_keys.find(keys[i]);
        const bool has_full_key = national != full_keys.end() && national->second != nullptr;
        table.put(i, has_full_key ? *national->second : keys[i], true);
    }
    const bool any_short = std::find(is_short.begin(), is_short.end(), true) != is_short.end();
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        if (is_short[i] || !any_short) continue;
        for (std::string& form : forms_without_designators(keys[i]))
            table.lead(short_forms, std::move(form), i);
        if (has_company_form(spellings[i].text))
            table.lead(short_forms, keys[i].substr(0, keys[i].find(' ')), i);
        for (std::string& acronym : acronyms_of(spellings[i].text, keys[i]))
            table.lead(short_forms, std::move(acronym), i);
    }
    for (const auto& [name, acronym] : definitions) {
        if (table.group_of(name) == GroupTable::none) table.put(name, keys[name], true);
        if (table.group_of(acronym) == GroupTable::none) table.join(acronym, table.group_of(name));
    }
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        if (table.group_of(i) != GroupTable::none) continue;
        std::string letters = acronym_letters(spellings[i].text);
        const auto found = short_forms.find(letters.empty() ? keys[i] : letters);
        if (found == short_forms.end()) {
            table.put(i, keys[i], true);
        } else {
            table.join(i, found->second);
        }
    }
    return {table.representatives(), std::move(keys)};
}

}  // namespace broadsheet::entities
