// Records that are no articles and no mistakes either: pictures, requests of a crawler, redirects.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace broadsheet {

class PassedOver {
public:
    void add(const std::string& kind) {
        // A hostile collection could have a kind for every record.
        constexpr std::size_t most_kinds = 100;
        if (counts_.size() < most_kinds || counts_.contains(kind)) ++counts_[kind];
    }

    bool empty() const { return counts_.empty(); }

    // "no article in it, but 2 picture, 1 video"
    std::string told() const {
        std::string kinds;
        for (const auto& [kind, count] : counts_)
            kinds += (kinds.empty() ? "" : ", ") + std::to_string(count) + " " + kind;
        return "no article in it, but " + kinds;
    }

private:
    std::map<std::string, std::uint64_t> counts_;
};

}  // namespace broadsheet
