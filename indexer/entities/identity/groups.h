// Sets of spellings that are united until each is settled.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "indexer/entities/identity/grouping.h"

namespace broadsheet::entities {

// Spellings whose names have one key, and what joined them.
class GroupTable {
public:
    explicit GroupTable(const std::vector<Spelling>& spellings)
        : spellings_(spellings), group_of_(spellings.size(), none) {}

    static constexpr std::uint32_t none = 0xffffffff;

    // Puts a spelling into the group with this key, which is made if need be. Full forms can stand for their
    // group.
    void put(std::uint32_t spelling, const std::string& key, bool is_full) {
        const auto [place, is_new] = by_key_.try_emplace(key, static_cast<std::uint32_t>(groups_.size()));
        if (is_new) groups_.emplace_back();
        join(spelling, place->second);
        if (is_full) offer(groups_[place->second], spelling);
    }

    // Adds a spelling to a group that another spelling is in.
    void join(std::uint32_t spelling, std::uint32_t group) {
        group_of_[spelling] = group;
        groups_[group].count += spellings_[spelling].count;
        if (groups_[group].first == none) groups_[group].first = spelling;
    }

    std::uint32_t group_of(std::uint32_t spelling) const { return group_of_[spelling]; }
    std::uint64_t count(std::uint32_t group) const { return groups_[group].count; }

    // Makes `name` lead to the spelling's group, or to the more frequent one that it leads to already.
    void lead(std::unordered_map<std::string, std::uint32_t>& names, std::string name,
              std::uint32_t spelling) const {
        const std::uint32_t group = group_of_[spelling];
        const auto [place, is_new] = names.try_emplace(std::move(name), group);
        if (!is_new && count(place->second) < count(group)) place->second = group;
    }

    std::vector<std::uint32_t> representatives() const {
        std::vector<std::uint32_t> result(spellings_.size());
        for (std::size_t i = 0; i < result.size(); ++i) {
            const Group& group = groups_[group_of_[i]];
            result[i] = group.best != none ? group.best : group.first;
        }
        return result;
    }

private:
    struct Group {
        std::uint64_t count = 0;
        std::uint32_t first = none;  // spelling
        std::uint32_t best = none;   // full form
    };

    void offer(Group& group, std::uint32_t spelling) const {
        // Of equals not "Brandt, Lena".
        const auto rank = [this](std::uint32_t each) {
            const Spelling& form = spellings_[each];
            return std::tuple(form.count, form.text.find(',') == std::string_view::npos, form.text.size());
        };
        if (group.best == none || rank(group.best) < rank(spelling)) group.best = spelling;
    }

    const std::vector<Spelling>& spellings_;
    std::vector<std::uint32_t> group_of_;
    std::vector<Group> groups_;
    std::unordered_map<std::string, std::uint32_t> by_key_;
};

}  // namespace broadsheet::entities
