#include "indexer/entities/salience.h"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace broadsheet::entities {

namespace {

constexpr double of_title = 30;
constexpr double of_lead = 25;
constexpr double of_frequency = 25;
constexpr double of_spread = 20;
constexpr double of_collection = 30;

constexpr std::size_t spread_parts = 4;    // of the body
constexpr std::size_t few_mentions = 3;    // that the most frequent entity counts for at least
constexpr std::size_t longest_lead = 400;  // bytes

}  // namespace

std::uint8_t salience(std::span<const EntityMention> mentions, bool given, std::string_view body,
                      std::size_t most_mentions) {
    // Not beyond what can be the lead: this is asked for every entity of a body of any size.
    const std::string_view beginning = body.substr(0, longest_lead);
    const std::size_t lead = std::min(beginning.find("\n\n"), beginning.size());
    bool in_title = false;
    bool in_lead = false;
    std::bitset<spread_parts> parts;
    for (const EntityMention& mention : mentions) {
        if (mention.in_title) {
            in_title = true;
            continue;
        }
        in_lead = in_lead || mention.begin < lead;
        parts.set(std::min(spread_parts - 1, mention.begin * spread_parts / (body.size() + 1)));
    }
    const double frequency =
        static_cast<double>(mentions.size()) / static_cast<double>(std::max(few_mentions, most_mentions));
    const double spread = static_cast<double>(parts.count()) / spread_parts;
    const double sum = (in_title ? of_title : 0) + (in_lead ? of_lead : 0) +
                       of_frequency * std::min(1.0, frequency) + of_spread * spread +
                       (given ? of_collection : 0);
    return static_cast<std::uint8_t>(std::lround(std::min(100.0, sum)));
}

}  // namespace broadsheet::entities
