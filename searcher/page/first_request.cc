#include "searcher/page/first_request.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet {

namespace {

constexpr std::string_view before_query =
    "/api/v1/search?limit=20&facet=person,organisation,place,source,section,author,tag,language:14"
    "&timeline=auto&collapse=duplicates";

constexpr std::array<std::string_view, 4> single = {"q", "from", "to", "sort"};
constexpr std::array<std::string_view, 2> repeated = {"filter", "exclude"};
constexpr std::size_t longest = 2000;  // bytes

// What may stand in a query as it is.
bool is_plain(char c) {
    constexpr std::string_view others = "-._~!$()*+,;=:@/?%&";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
}

template <std::size_t N>
std::size_t place_in(const std::array<std::string_view, N>& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// Another page than the first one, or an article, is asked for otherwise.
bool is_first_page(std::string_view query) {
    std::array<bool, single.size()> is_there{};
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const std::size_t sign = pair.find('=');
        if (sign == std::string_view::npos || sign + 1 == pair.size()) return false;
        const std::string_view name = pair.substr(0, sign);
        const std::size_t place = place_in(single, name);
        if (place == single.size() && place_in(repeated, name) == repeated.size()) return false;
        if (place < single.size() && std::exchange(is_there[place], true)) return false;
    }
    return true;
}

}  // namespace

std::string first_request(std::string_view target) {
    const std::size_t sign = target.find('?');
    if (target.substr(0, sign) != "/") return {};
    const std::string_view query =
        sign == std::string_view::npos ? std::string_view() : target.substr(sign + 1);
    if (query.size() > longest || !std::all_of(query.begin(), query.end(), is_plain)) return {};
    if (!is_first_page(query)) return {};
    std::string address(before_query);
    if (!query.empty()) (address += '&') += query;
    return address;
}

}  // namespace broadsheet
