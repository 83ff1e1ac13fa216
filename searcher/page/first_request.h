// What the page will ask for first.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The address of the first answer that the page at `target` ("/?q=oil") asks for, as api.js writes it; empty
// where that is not known. The server answers it within the page.
std::string first_request(std::string_view target);

}  // namespace broadsheet
