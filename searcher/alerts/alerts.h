// Tells which new articles match which saved query, a line of JSON for each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "schema/analysis/analyser.h"
#include "searcher/alerts/saved_queries.h"

namespace broadsheet {

class Alerts {
public:
    // `out` outlives the object.
    Alerts(std::vector<SavedQuery> queries, std::ostream& out) : queries_(std::move(queries)), out_(out) {}

    // Runs the queries over the segment in `folder`, which no index names yet, and writes a line for each
    // article that one finds: the query's name, whether the article replaces an earlier version (then the
    // alert may repeat one), and the hit as an export has it. A folder for passing things is made beside
    // `folder` and removed. The work is that of the queries on this segment, whatever the index has.
    //
    // Throws Error(machine) when `out` takes no more, and as a search does.
    void announce(const std::filesystem::path& folder, std::uint64_t articles,
                  const AnalysisSettings& analysis,
                  const std::function<bool(std::string_view article_id)>& replaces_another) const;

private:
    std::vector<SavedQuery> queries_;
    std::ostream& out_;
};

}  // namespace broadsheet
