#include <nlohmann/json.hpp>

#include "searcher/render/json.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const NamedValue& value) {
    return {{"field", field(value.field).name},
            {"value", value.value},
            {"id", to_text(value.id)},
            {"count", value.articles},
            {"filter", value.filter}};
}

}  // namespace

Json to_json(const UnderstoodEntity& understood) {
    const QueryEntity& entity = understood.entity;
    Json others = Json::array();
    for (const NamedValue& other : entity.others)
        others.push_back(to_json(other));
    Json json{{"words", entity.words}};
    json.update(to_json(entity.meant));
    json["query"] = understood.query.empty() ? Json(nullptr) : Json(understood.query);
    json["others"] = std::move(others);
    json["selected"] = understood.selected;
    return json;
}

}  // namespace broadsheet
