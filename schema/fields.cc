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

// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
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
