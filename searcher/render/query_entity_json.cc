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

Json to_json(const QueryEntity& entity) {
    Json others = Json::array();
    for (const NamedValue& other : entity.others)
        others.push_back(to_json(other));
    Json json{{"words", entity.words}};
    json.update(to_json(entity.meant));
    json["query"] = entity.query.empty() ? Json(nullptr) : Json(entity.query);
    json["others"] = std::move(others);
    return json;
}

Json to_json(const UnderstoodEntity& understood) {
    Json json = to_json(understood.entity);
    json["selected"] = understood.selected;
    return json;
}

}  // namespace broadsheet
