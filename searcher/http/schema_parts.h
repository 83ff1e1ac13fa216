// What JSON schemas are put together from.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace broadsheet::http::schema {

using Json = nlohmann::ordered_json;

Json text();
Json text_or_null();
Json number();
Json count();
Json flag();
Json list_of(Json items);
// An object whose members are all of one kind.
Json by_name(Json values);
// One of the document's own schemas.
Json reference(std::string_view name);
// All of `properties` are always there, but for those in `optional`.
Json object(Json properties, const std::vector<std::string_view>& optional = {});

}  // namespace broadsheet::http::schema
