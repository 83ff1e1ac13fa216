#include "schema/fields.h"

#include <algorithm>
#include <vector>

namespace broadsheet {

namespace {

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

// Levenshtein's distance, with two neighbours that changed places as one mistake.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min(
                {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

const Field* find_field(std::string_view name) {
    if (name.empty()) return nullptr;
    const std::string wanted = lower_case(name);
    for (const Field& row : fields) {
        if (wanted == row.name || wanted == row.aliases[0] || wanted == row.aliases[1]) return &row;
    }
    return nullptr;
}

std::string_view nearest_field_name(std::string_view name) {
    if (name.size() > 32) return {};
    const std::string wanted = lower_case(name);
    std::string_view best;
    std::size_t best_distance = 3;  // farther is no misspelling
    for (const Field& row : fields) {
        for (std::string_view candidate : {row.name, row.aliases[0], row.aliases[1]}) {
            if (candidate.empty()) continue;
            const std::size_t d = distance(wanted, candidate);
            if (d < best_distance && d < candidate.size()) {
                best = row.name;
                best_distance = d;
            }
        }
    }
    return best;
}

}  // namespace broadsheet
