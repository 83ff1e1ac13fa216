#include "searcher/page/assets.h"

#include <algorithm>

namespace broadsheet {

const Asset* find_asset(std::string_view path) {
    const std::span<const Asset> all = assets();
    const auto found =
        std::find_if(all.begin(), all.end(), [path](const Asset& each) { return each.path == path; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace broadsheet
