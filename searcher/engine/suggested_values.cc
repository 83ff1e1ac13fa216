#include "searcher/engine/suggested_values.h"

#include <algorithm>
#include <array>
#include <map>

#include "schema/aliases.h"
#include "schema/analysis/fold.h"
#include "schema/terms.h"

namespace broadsheet {

namespace {

// What one request looks at in a segment; a single letter begins hundreds of thousands of names.
constexpr std::size_t most_names = 20'000;
constexpr std::size_t most_typed_words = 8;

// Words that names are written with and without.
constexpr std::array<std::string_view, 8> small_words{"&", "and", "at", "for", "in", "of", "on", "the"};

// The values found so far, each with its shortest name that fits.
class Found {
public:
    Found(const Snapshot& snapshot, FieldId field) : snapshot_(snapshot), field_(field) {}

    // Adds those with a name that begins with one of `beginnings` and of which fits() is true.
    template <typename Fits>
    void add(const std::vector<std::string>& beginnings, const Fits& fits) {
        for (const Snapshot::Segment& segment : snapshot_.segments()) {
            std::size_t names = most_names;
            for (const std::string& each : beginnings)
                add(segment.database, each, fits, names);
        }
    }

    std::vector<SuggestedValue> values() && {
        std::vector<SuggestedValue> result;
        for (auto& [id, alias] : found_)
            result.push_back({id, std::move(alias)});
        return result;
    }

private:
    // `names` is how many may still be looked at.
    template <typename Fits>
    void add(const Xapian::Database& database, const std::string& beginning, const Fits& fits,
             std::size_t& names) {
        const std::string prefix = alias_key(field_, beginning);
        const std::size_t before_name = alias_key(field_, {}).size();
        const auto end = database.metadata_keys_end(prefix);
        for (auto key = database.metadata_keys_begin(prefix); key != end && names > 0; ++key, --names) {
            const std::string alias = (*key).substr(before_name);
            if (!fits(alias)) continue;
            for (const ValueId id : unpack_ids(database.get_metadata(*key))) {
                const auto [place, is_new] = found_.try_emplace(id, alias);
                if (!is_new && alias.size() < place->second.size()) place->second = alias;
            }
        }
    }

    const Snapshot& snapshot_;
    FieldId field_;
    std::map<ValueId, std::string> found_;
};

}  // namespace

std::vector<std::string> words_of_name(std::string_view folded) {
    std::vector<std::string> words(1);
    for (const char c : folded) {
        if (c != ' ' && c != '-') {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::vector<std::string> counting_words(FieldId field_id, std::string_view name) {
    std::vector<std::string> result;
    for (const std::string& word : words_of_name(fold_name(name))) {
        if (std::find(small_words.begin(), small_words.end(), word) != small_words.end()) continue;
        for (std::string& part : words_of_name(name_key(field_id, word)))
            result.push_back(std::move(part));
    }
    return result;
}

bool has_words(const std::vector<std::string>& words, const std::vector<std::string>& typed) {
    std::vector<bool> is_taken(words.size());
    const auto take = [&](const auto& fits) {
        std::size_t i = 0;
        while (i < words.size() && (is_taken[i] || !fits(words[i])))
            ++i;
        if (i == words.size()) return false;
        is_taken[i] = true;
        return true;
    };
    for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
        if (!take([&](const std::string& word) { return word == typed[i]; })) return false;
    }
    return typed.empty() || take([&](const std::string& word) { return word.starts_with(typed.back()); });
}

std::vector<SuggestedValue> values_beginning(const Snapshot& snapshot, FieldId field_id,
                                             const std::string& folded) {
    Found found(snapshot, field_id);
    found.add({folded}, [](const std::string& /*alias*/) { return true; });
    return std::move(found).values();
}

std::vector<SuggestedValue> values_with_words(const Snapshot& snapshot, FieldId field_id,
                                              std::string_view typed) {
    const std::vector<std::string> words = counting_words(field_id, typed);
    if (words.size() < 2 || words.size() > most_typed_words) return {};
    // Whole words begin fewer names than one that is only begun, which therefore comes last.
    std::vector<std::string> beginnings;
    for (const std::string& each : words)
        beginnings.push_back(&each == &words.back() ? each : each + ' ');
    Found found(snapshot, field_id);
    found.add(beginnings, [&](const std::string& alias) { return has_words(words_of_name(alias), words); });
    return std::move(found).values();
}

}  // namespace broadsheet
