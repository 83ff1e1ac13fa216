// The order of results, the same however articles are spread over segments.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "schema/date.h"
#include "searcher/match/result.h"

namespace broadsheet {

// The score as it is compared: rounded to about six digits, since a sum's last bits depend on the order of
// its parts, which differs from segment to segment.
double rounded_score(double score);

struct Ranked {
    std::uint32_t document = 0;  // of Snapshot::database()
    double score = 0;
    std::optional<Seconds> date;
};

// What ties are decided by, looked up only where there are some.
struct TieBreakers {
    std::function<std::optional<Seconds>(std::uint32_t document)> date;  // empty: Ranked::date is filled in
    std::function<std::string(std::uint32_t document)> id;
};

// Takes out of `ranked` what does not come behind the boundary. If `document` is the boundary's article and
// still there, its place of today counts.
void keep_behind(std::vector<Ranked>& ranked, Boundary boundary, std::optional<std::uint32_t> document,
                 Sort sort, const TieBreakers& ties);

// Brings [first, last) of `ranked` into the places that they have when all of `ranked` is in order.
// Everything that can tie with one of these places must be in `ranked`.
void put_in_order(std::vector<Ranked>& ranked, Sort sort, std::size_t first, std::size_t last,
                  const TieBreakers& ties);

}  // namespace broadsheet
