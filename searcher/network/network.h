// Who appears with whom: people, organisations or places as nodes, articles that have two of them as edges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "schema/fields.h"
#include "searcher/facets/labels.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

inline constexpr std::size_t most_nodes = 500;

struct NetworkNode {
    FieldId field = FieldId::person;
    std::string value;  // as shown
    std::string id;
    std::uint64_t count = 0;  // matches that have it
};

struct NetworkEdge {
    std::size_t from = 0;  // indices of nodes, from < to
    std::size_t to = 0;
    std::uint64_t count = 0;  // matches that have both
    double score = 0;         // G2 of appearing together more than each for itself would; 0 where not
};

struct Network {
    std::uint64_t articles = 0;      // matches
    std::vector<NetworkNode> nodes;  // by count, descending
    std::vector<NetworkEdge> edges;  // by count, then score, descending
};

struct NetworkRequest {
    std::vector<FieldId> fields;  // facets
    std::size_t nodes = 30;       // the most frequent of all the fields together; at most most_nodes
    std::uint64_t least = 2;      // articles of an edge
    Matcher matcher = Matcher::fast;
};

// `counts`: of the fields over the matches of `plan`, of which there are `matches`. A place and what lies in
// it are no pair, since every article on the one has the other. Takes time by matches and nodes in each.
Network make_network(Snapshot& snapshot, const Plan& plan, const std::vector<FieldCounts>& counts,
                     std::uint64_t matches, const NetworkRequest& request, Labels& labels);

}  // namespace broadsheet
