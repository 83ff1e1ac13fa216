// What was not taken as it was typed.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace broadsheet::query {

inline constexpr std::size_t most_warnings = 20;

// Collects whole sentences without a full stop, each once, up to most_warnings.
class Warnings {
public:
    void add(std::string warning);
    std::size_t size() const { return list_.size(); }
    std::vector<std::string> take() && { return std::move(list_); }

private:
    std::vector<std::string> list_;
};

}  // namespace broadsheet::query
