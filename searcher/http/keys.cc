#include "searcher/http/keys.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <sstream>

#include "schema/error.h"

namespace broadsheet::http {

namespace {

constexpr std::size_t shortest_key = 16;

bool is_same(std::string_view given, std::string_view key) {
    unsigned difference = given.size() == key.size() ? 0 : 1;
    for (std::size_t i = 0; i < given.size(); ++i)
        difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(key[i % key.size()]);
    return difference == 0;
}

std::string_view without_scheme(std::string_view authorization) {
    constexpr std::string_view scheme = "bearer ";
    if (authorization.size() < scheme.size()) return {};
    for (std::size_t i = 0; i < scheme.size(); ++i) {
        const char c = authorization[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != scheme[i]) return {};
    }
    return authorization.substr(scheme.size());
}

}  // namespace

Keys Keys::read(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw system_error(errno, "read " + path.string());
    Keys keys;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        std::istringstream words(line);
        Key key;
        std::string more;
        if (!(words >> key.name) || key.name.starts_with('#')) continue;
        words >> key.key;
        if (key.key.size() < shortest_key || words >> more) {
            throw Error(ErrorCode::usage, fmt::format("{}:{} is no key", path.string(), number),
                        fmt::format("write NAME KEY, with a key of at least {} characters", shortest_key));
        }
        keys.keys_.push_back(std::move(key));
    }
    if (keys.keys_.empty()) throw Error(ErrorCode::usage, fmt::format("{} has no key", path.string()));
    return keys;
}

std::optional<std::string> Keys::name_of(std::string_view authorization, std::string_view api_key) const {
    const std::string_view given = api_key.empty() ? without_scheme(authorization) : api_key;
    const Key* found = nullptr;
    for (const Key& key : keys_) {
        if (is_same(given, key.key)) found = &key;
    }
    if (found == nullptr) return std::nullopt;
    return found->name;
}

}  // namespace broadsheet::http
