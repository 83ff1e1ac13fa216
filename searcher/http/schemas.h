// The shapes of the answers as JSON Schema, for OpenAPI; the tests hold them to real answers.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace broadsheet::http {

// By name.
nlohmann::ordered_json schemas();

// A reference to the schema of what a route answers; null for what is no JSON.
nlohmann::ordered_json schema_reference(std::string_view route);

}  // namespace broadsheet::http
