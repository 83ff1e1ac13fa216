// Which entities of an index a name can mean.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/query/words.h"

namespace broadsheet {

struct Meaning {
    FieldId field = FieldId::person;  // one of entity_fields
    ValueId id = 0;
    std::uint64_t articles = 0;  // that have it, wherever they name it; never 0
    std::uint32_t together = 0;  // of those of NameMeanings::looked_at
};

struct NameMeanings {
    std::vector<Meaning> all;     // first what most of the articles below have, then by articles
    std::uint32_t looked_at = 0;  // articles with the words of the name side by side

    // How much of what was looked at has the first meaning, from 0 to 1; 1 where no article has the words: a
    // name that the index has under another spelling.
    double share() const;
};

// Looks names up, and counts in a few articles with a name's words which entity stands behind them: "turkey"
// is most often the country, "may" hardly ever a person. Bounded work, whatever the name. Not thread-safe.
// The snapshot must outlive it.
class NameReader {
public:
    explicit NameReader(Snapshot& snapshot) : snapshot_(snapshot) {}

    // Nothing in `all` for what is no name.
    NameMeanings read(std::span<const query::Word> words) const;

    // The spelling by which a filter means this value and no other: its name, the name with the place that it
    // lies in, or its id.
    std::string filter_value(const Meaning& meaning, const std::string& label) const;

private:
    using Candidates = std::array<std::vector<ValueId>, entity_fields.size()>;  // of each field, ascending

    Candidates candidates_named(std::string_view name) const;
    // Looks at articles that have the words side by side, and counts which candidates they have; of each
    // field the other candidates come behind them. Where a part of the index is on other machines, every
    // look would ask them: the articles with the words and with the entity then tell how often they can meet.
    void count_together(std::span<const query::Word> words, const Candidates& candidates,
                        NameMeanings& meanings) const;
    static void add_unmet(const Candidates& candidates, std::size_t most, NameMeanings& meanings);
    void estimate_together(std::span<const query::Word> words, NameMeanings& meanings) const;
    bool means_only(FieldId field, const std::string& value, ValueId id) const;

    Snapshot& snapshot_;
};

// The words as a name is written.
std::string joined_words(std::span<const query::Word> words);

}  // namespace broadsheet
