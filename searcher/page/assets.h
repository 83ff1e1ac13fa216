// The files of the search page, as they are in the program.
#pragma once

#include <span>
#include <string_view>

namespace broadsheet {

struct Asset {
    std::string_view path;  // as it is asked for: "/", "/assets/world.svg"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view sha256;  // of the bytes, in hexadecimal; fit for an ETag
    // The same of what runs and what styles within the page, with blanks between.
    std::string_view scripts_inside;
    std::string_view styles_inside;
};

// All of them; they live as long as the program.
std::span<const Asset> assets();

// The one of exactly this path, or nullptr. Nothing outside the page is found, whatever the path says.
const Asset* find_asset(std::string_view path);

}  // namespace broadsheet
