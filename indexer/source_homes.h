// Where the publishers of an index's articles usually are, as its segments keep it: the metadata entry
// "home:" and the source's id, with the prior that an unclear place name is resolved by.
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/entities/places/source_prior.h"

namespace broadsheet {

inline constexpr std::string_view home_key_prefix = "home:";
std::string home_key(std::string_view source);

// Adds up what several segments have of one source.
std::string unite_homes(const std::vector<std::string>& encoded);

// Looks priors up in the segments that are published, each source's once. Used by one thread; what it hands
// out is immutable and can go to others.
class SourceHomes {
public:
    // Null where nothing is known of the source.
    std::shared_ptr<const entities::SourcePrior> find(const std::string& source,
                                                      const std::vector<Xapian::Database>& segments);
    // After another publication.
    void forget() { known_.clear(); }

private:
    static constexpr std::size_t most_sources = 10'000;
    std::map<std::string, std::shared_ptr<const entities::SourcePrior>> known_;
};

}  // namespace broadsheet
