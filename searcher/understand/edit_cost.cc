#include "searcher/understand/edit_cost.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "schema/analysis/characters.h"

namespace broadsheet {

namespace {

constexpr double doubled = 0.7;    // a letter too many or too few beside the same letter
constexpr double exchanged = 0.8;  // neighbours
constexpr double alike = 0.8;      // letters that stand for like sounds
constexpr double at_first = 0.4;   // more, for the first letter

std::u32string characters(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        result += static_cast<char32_t>(c.value);
        at += std::max<std::size_t>(c.size, 1);
    }
    return result;
}

bool sound_alike(char32_t a, char32_t b) {
    constexpr auto groups = std::to_array<std::u32string_view>({U"aeiouy", U"ckq", U"csz", U"gj", U"fv"});
    return std::any_of(groups.begin(), groups.end(), [&](std::u32string_view group) {
        return group.find(a) != group.npos && group.find(b) != group.npos;
    });
}

// Of the letter at `at`, which the other spelling does not have.
double cost_of_extra(const std::u32string& text, std::size_t at) {
    const bool same =
        (at > 0 && text[at - 1] == text[at]) || (at + 1 < text.size() && text[at + 1] == text[at]);
    if (same) return doubled;
    return at == 0 ? 1 + at_first : 1;
}

double cost_of_change(const std::u32string& from, std::size_t i, const std::u32string& to, std::size_t j) {
    if (from[i] == to[j]) return 0;
    const double cost = sound_alike(from[i], to[j]) ? alike : 1;
    return i == 0 && j == 0 ? cost + at_first : cost;
}

}  // namespace

double edit_cost(std::string_view typed, std::string_view meant) {
    const std::u32string from = characters(typed);
    const std::u32string to = characters(meant);
    std::vector<std::vector<double>> cost(from.size() + 1, std::vector<double>(to.size() + 1));
    for (std::size_t i = 0; i <= from.size(); ++i) {
        for (std::size_t j = 0; j <= to.size(); ++j) {
            if (i == 0 && j == 0) continue;
            double best = 1e9;
            if (i > 0) best = cost[i - 1][j] + cost_of_extra(from, i - 1);
            if (j > 0) best = std::min(best, cost[i][j - 1] + cost_of_extra(to, j - 1));
            if (i > 0 && j > 0)
                best = std::min(best, cost[i - 1][j - 1] + cost_of_change(from, i - 1, to, j - 1));
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                const double first = i == 2 && j == 2 ? at_first : 0;
                best = std::min(best, cost[i - 2][j - 2] + exchanged + first);
            }
            cost[i][j] = best;
        }
    }
    return cost.back().back();
}

std::uint32_t edits_to_stem(std::string_view stem, std::string_view text, std::size_t rest,
                            std::uint32_t most) {
    // By bytes: what is compared has mostly one for a letter, and the best are looked at again.
    std::array<std::array<std::uint32_t, 72>, 3> rows{};
    const std::size_t width = std::min(text.size(), rows[0].size() - 1);
    for (std::size_t j = 0; j <= width; ++j)
        rows[0][j] = static_cast<std::uint32_t>(j);
    for (std::size_t i = 1; i <= stem.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& last = rows[(i - 1) % 3];
        const auto& before = rows[(i + 1) % 3];
        row[0] = static_cast<std::uint32_t>(i);
        std::uint32_t least = row[0];
        for (std::size_t j = 1; j <= width; ++j) {
            const std::uint32_t change = stem[i - 1] == text[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && stem[i - 1] == text[j - 2] && stem[i - 2] == text[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
    }
    const auto& end = rows[stem.size() % 3];
    const std::size_t from = width > rest ? width - rest : 0;
    return *std::min_element(end.begin() + static_cast<std::ptrdiff_t>(from),
                             end.begin() + static_cast<std::ptrdiff_t>(width) + 1);
}

std::set<std::string> one_edit_from(const std::string& text) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz ";
    std::set<std::string> result;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const std::string before = text.substr(0, at);
        if (at < text.size()) result.insert(before + text.substr(at + 1));
        if (at + 1 < text.size()) result.insert(before + text[at + 1] + text[at] + text.substr(at + 2));
        for (const char c : letters) {
            if (at < text.size()) result.insert(before + c + text.substr(at + 1));
            result.insert(before + c + text.substr(at));
        }
    }
    result.erase(text);
    return result;
}

}  // namespace broadsheet
