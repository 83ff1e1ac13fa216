// Who may ask: keys in a file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::http {

class Keys {
public:
    // Everybody may ask.
    Keys() = default;

    // A line "NAME KEY" each; empty lines and those that begin with # are left out. A key has at least 16
    // characters. Throws Error(usage) for other lines and a file without a key, and what reading throws.
    static Keys read(const std::filesystem::path& path);

    bool are_needed() const { return !keys_.empty(); }

    // The name of the key in "Authorization: Bearer KEY" or "X-Api-Key: KEY"; nothing where it is none. Takes
    // as long for a key that is nearly right as for any other.
    std::optional<std::string> name_of(std::string_view authorization, std::string_view api_key) const;

private:
    struct Key {
        std::string name;
        std::string key;
    };
    std::vector<Key> keys_;
};

}  // namespace broadsheet::http
