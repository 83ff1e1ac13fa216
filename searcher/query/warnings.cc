#include "searcher/query/warnings.h"

#include <algorithm>

namespace broadsheet::query {

void Warnings::add(std::string warning) {
    const bool known = std::find(list_.begin(), list_.end(), warning) != list_.end();
    if (!known && list_.size() < most_warnings) list_.push_back(std::move(warning));
}

}  // namespace broadsheet::query
