#include <algorithm>
#include <array>
#include <unordered_map>

#include "indexer/entities/identity/grouping.h"
#include "indexer/entities/identity/groups.h"
#include "schema/analysis/name_key.h"

namespace broadsheet::entities {

namespace {

constexpr std::size_t longest_ending = 6;     // parts
constexpr std::size_t least_middle_name = 3;  // letters of one that stands for the whole name: Lula

bool is_particle(const std::string& word) {
    constexpr auto particles = std::to_array<std::string_view>(
        {"bin", "da", "de", "del", "den", "der", "di", "dos", "du", "ibn", "la", "le", "ten", "van", "von"});
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// "Powell", "von der Leyen": what is left when the first name is left out.
bool is_surname(const PersonName& name) {
    return name.is_one_word || is_particle(name.parts.front());
}

bool is_full(const PersonName& name) {
    return !is_surname(name) && !name.begins_with_initial;
}

std::string initial_key(const PersonName& name) {
    return name.parts.front().substr(0, 1) + ' ' + name.parts.back();
}

std::string joined(const std::vector<std::string>& parts, std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < parts.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += parts[i];
    }
    return text;
}

}  // namespace

Groups group_people(const std::vector<Spelling>& spellings) {
    std::vector<PersonName> names;
    std::vector<std::string> keys;
    names.reserve(spellings.size());
    keys.reserve(spellings.size());
    for (const Spelling& spelling : spellings) {
        names.push_back(person_name(spelling.text));
        keys.push_back(names.back().key());
    }

    const auto full = static_cast<std::size_t>(
        std::count_if(names.begin(), names.end(), [&](const PersonName& name) { return is_full(name); }));

    GroupTable table(spellings);
    std::unordered_map<std::string, std::uint32_t> by_last;
    std::unordered_map<std::string, std::uint32_t> by_first;
    std::unordered_map<std::string, std::uint32_t> by_middle;
    std::unordered_map<std::string, std::uint32_t> by_initial;
    std::unordered_map<std::string, std::uint32_t> by_ending;  // of longer names
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (!is_full(names[i])) continue;
        const std::vector<std::string>& parts = names[i].parts;
        const std::size_t longest = std::min(parts.size(), longest_ending);
        for (std::size_t size = 2; size < longest; ++size)
            by_ending.try_emplace(joined(parts, parts.size() - size), i);
    }
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (!is_full(names[i])) continue;
        const auto longer = by_ending.find(joined(names[i].parts, 0));
        table.put(i, keys[longer == by_ending.end() ? i : longer->second], true);
    }
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (!is_full(names[i]) || full == names.size()) continue;  // nobody to be joined
        const std::vector<std::string>& parts = names[i].parts;
        table.lead(by_initial, initial_key(names[i]), i);
        table.lead(by_last, parts.back(), i);
        table.lead(by_first, parts.front(), i);
        for (std::size_t k = 1; k + 1 < parts.size(); ++k) {
            if (parts[k].size() >= least_middle_name) table.lead(by_middle, parts[k], i);
        }
    }
    const auto join_by = [&](const auto& groups, const std::string& word, std::uint32_t spelling) {
        const auto found = groups.find(word);
        if (found == groups.end()) return false;
        table.join(spelling, found->second);
        return true;
    };
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (is_full(names[i]) || is_surname(names[i])) continue;
        if (join_by(by_initial, initial_key(names[i]), i)) continue;
        table.put(i, keys[i], true);
        table.lead(by_last, names[i].parts.back(), i);
    }
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (!is_surname(names[i])) continue;
        const std::string& word = names[i].parts.back();
        const bool joined = join_by(by_last, word, i) ||
                            (names[i].is_one_word &&
                             (join_by(by_first, names[i].parts.front(), i) || join_by(by_middle, word, i)));
        if (!joined) table.put(i, keys[i], true);
    }
    return {table.representatives(), std::move(keys)};
}

}  // namespace broadsheet::entities
