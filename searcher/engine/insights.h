// What a search tells beyond hits and facets: when, what stands out, who appears with whom.
#pragma once

#include <string>
#include <vector>

#include "searcher/engine/reading.h"
#include "searcher/engine/request.h"
#include "searcher/facets/labels.h"
#include "searcher/network/network.h"

namespace broadsheet {

// All three count the matches as they are: unlike in facets, a field's own filter holds for it, too.
Timeline make_timeline(Snapshot& snapshot, const SearchRequest& request, const AnsweredQuery& answered,
                       Labels& labels);
std::vector<SignificantOf> find_significant(Snapshot& snapshot, const SearchRequest& request,
                                            const AnsweredQuery& answered, Labels& labels);

struct NetworkResponse {
    std::string read_as;
    Network network;
    std::vector<std::string> warnings;
};

// Of the request's restrictions, its query, how it matches. Throws as search().
NetworkResponse search_network(Snapshot& snapshot, const SearchRequest& request,
                               const NetworkRequest& wanted);

}  // namespace broadsheet
