// The API described for programs: OpenAPI 3.1, from the table of routes.
#pragma once

#include <string>

namespace broadsheet::http {

std::string openapi_text();

}  // namespace broadsheet::http
