#include "indexer/source_homes.h"

#include "schema/terms.h"

namespace broadsheet {

std::string home_key(std::string_view source) {
    return std::string(home_key_prefix) + to_text(value_id(FieldId::source, source));
}

std::string unite_homes(const std::vector<std::string>& encoded) {
    entities::SourcePrior all;
    for (const std::string& each : encoded)
        all.merge(entities::SourcePrior::decode(each));
    return all.encode();
}

std::shared_ptr<const entities::SourcePrior> SourceHomes::find(
    const std::string& source, const std::vector<Xapian::Database>& segments) {
    if (source.empty()) return nullptr;
    if (const auto known = known_.find(source); known != known_.end()) return known->second;
    if (known_.size() >= most_sources) known_.clear();
    std::vector<std::string> encoded;
    const std::string key = home_key(source);
    for (const Xapian::Database& segment : segments) {
        std::string value = segment.get_metadata(key);
        if (!value.empty()) encoded.push_back(std::move(value));
    }
    std::shared_ptr<const entities::SourcePrior> prior;
    if (!encoded.empty())
        prior = std::make_shared<const entities::SourcePrior>(
            entities::SourcePrior::decode(unite_homes(encoded)));
    return known_.emplace(source, std::move(prior)).first->second;
}

}  // namespace broadsheet
