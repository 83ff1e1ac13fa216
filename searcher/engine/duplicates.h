// What a hit tells of its copies.
#pragma once

#include <string>
#include <vector>

#include "schema/index/snapshot.h"

namespace broadsheet {

inline constexpr std::size_t most_duplicates = 1000;  // told of an article

// The other articles of a story, wherever they are in the index.
class Duplicates {
public:
    // Of any article.
    explicit Duplicates(Snapshot& snapshot);
    // Of these articles only.
    Duplicates(Snapshot& snapshot, const std::vector<Location>& articles);

    // Ids, as the articles lie in the index, whether they match or not; at most `most_duplicates`.
    std::vector<std::string> of(Location article);

private:
    Snapshot& snapshot_;
    std::vector<Stories::Member> members_;  // ascending
};

}  // namespace broadsheet
