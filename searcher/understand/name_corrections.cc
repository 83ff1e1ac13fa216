#include "searcher/understand/name_corrections.h"

#include <algorithm>
#include <map>
#include <optional>

#include "schema/aliases.h"
#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/match/values_meant.h"
#include "searcher/query/word_pattern.h"
#include "searcher/understand/edit_cost.h"

namespace broadsheet {

namespace {

constexpr std::size_t shortest = 4;         // bytes of a name that is corrected
constexpr std::size_t shortest_of_two = 7;  // ... by two edits
constexpr std::size_t longest = 64;
constexpr std::size_t most_names = 20'000;  // that are compared
constexpr std::size_t fixed_letters = 2;    // at the beginning, where two edits are made
constexpr std::size_t most_shown = 12;      // of which the spelling is read

struct NearName {
    FieldId field;
    ValueId id = 0;              // the most frequent one of that name
    std::uint64_t articles = 0;  // of all of that name, at most
    double cost = 0;
};

class NameCorrector {
public:
    NameCorrector(const Snapshot& snapshot, FieldId field) : snapshot_(snapshot), field_(field) {}

    void one_edit(const std::string& key) {
        for (const std::string& other : one_edit_from(key))
            add(other, edit_cost(key, other));
    }

    void two_edits(const std::string& key) {
        const std::string prefix = alias_key(field_, key.substr(0, fixed_letters));
        const std::size_t before_name = alias_key(field_, {}).size();
        for (const Snapshot::Segment& segment : snapshot_.segments()) {
            std::size_t names = 0;
            const auto end = segment.database.metadata_keys_end(prefix);
            for (auto each = segment.database.metadata_keys_begin(prefix); each != end && names < most_names;
                 ++each, ++names) {
                const std::string other = (*each).substr(before_name);
                const bool may_be = other.size() + 2 >= key.size() && key.size() + 2 >= other.size();
                if (may_be && query::within_edits(key, other, 2)) add(other, edit_cost(key, other));
            }
        }
    }

    std::vector<Correction> take() {
        std::vector<std::pair<std::string, NearName>> nearest(near_.begin(), near_.end());
        std::sort(nearest.begin(), nearest.end(), [](const auto& a, const auto& b) {
            return rank_of(a.second.cost, a.second.articles) < rank_of(b.second.cost, b.second.articles);
        });
        nearest.resize(std::min(nearest.size(), most_shown));
        std::vector<Correction> result;
        for (const auto& [key, near] : nearest)
            result.push_back({shown(key, near), near.cost, near.articles});
        keep_best(result);
        return result;
    }

private:
    void add(const std::string& key, double cost) {
        if (near_.contains(key)) return;
        NearName near{field_, 0, 0, cost};
        std::uint64_t most = 0;
        const std::string entry = alias_key(field_, key);
        for (std::size_t i = 0; i < snapshot_.segments().size(); ++i) {
            for (const ValueId id : unpack_ids(snapshot_.name_entry(i, entry)))
                consider(id, near, most);
        }
        consider(id_of_key(field_, key), near, most);
        if (near.articles > 0) near_.emplace(key, near);
    }

    void consider(ValueId id, NearName& near, std::uint64_t& most) const {
        const std::uint64_t articles = snapshot_.database().get_termfreq(value_term(field_, id));
        near.articles = std::max(near.articles, articles);
        if (articles <= most) return;
        most = articles;
        near.id = id;
    }

    // The name's part that has the key: of "Qassem Soleimani" for a surname the surname. The key itself where
    // there is none.
    std::string shown(const std::string& key, const NearName& near) const {
        const std::string label = snapshot_.label(near.field, near.id);
        if (name_key(near.field, label) == key) return label;
        std::vector<Token> tokens;
        Tokenizer tokenizer(label);
        for (Token token; tokenizer.next(token);)
            tokens.push_back(token);
        for (std::size_t first = 0; first < tokens.size(); ++first) {
            for (std::size_t last = first; last < tokens.size(); ++last) {
                const std::string part =
                    label.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
                if (fold_name(part) == key) return part;
            }
        }
        return key;
    }

    const Snapshot& snapshot_;
    FieldId field_;
    std::map<std::string, NearName> near_;  // by key
};

std::vector<FieldId> fields_of(const query::Value& value) {
    if (is_entity(value.field) || value.field == FieldId::dateline) return {naming_field(value.field)};
    if (value.field != FieldId::about) return {};
    if (value.kind) return {*value.kind};
    return {entity_fields.begin(), entity_fields.end()};
}

bool is_known(const query::Value& value, const Snapshot& snapshot) {
    const std::vector<ValueId> ids = values_meant(value, snapshot).ids;
    return std::any_of(ids.begin(), ids.end(), [&](ValueId id) {
        return snapshot.database().get_termfreq(value_term(value.field, id)) > 0;
    });
}

}  // namespace

std::vector<Correction> name_corrections(const query::Value& value, const Snapshot& snapshot) {
    std::vector<Correction> result;
    const std::vector<FieldId> of = fields_of(value);
    if (of.empty() || value.value.size() > longest || is_known(value, snapshot)) return result;
    for (const std::uint32_t edits : {1u, 2u}) {
        for (const FieldId each : of) {
            const std::string key = name_key(each, value.value);
            if (key.size() < (edits == 1 ? shortest : shortest_of_two)) continue;
            NameCorrector corrector(snapshot, each);
            if (edits == 1) {
                corrector.one_edit(key);
            } else {
                corrector.two_edits(key);
            }
            for (Correction& correction : corrector.take())
                result.push_back(std::move(correction));
        }
        if (!result.empty()) break;
    }
    keep_best(result);
    return result;
}

}  // namespace broadsheet
