#include "searcher/query/preference.h"

namespace broadsheet::query {

bool take_entities(const Node& node, std::vector<Value>& entities) {
    bool has_others = false;
    for_each_leaf(node, [&](const Node& leaf, bool positive) {
        const Value* value = std::get_if<Value>(&leaf.is);
        if (positive && value != nullptr && is_entity(value->field)) {
            entities.push_back(*value);
        } else {
            has_others = true;
        }
    });
    return !has_others;
}

}  // namespace broadsheet::query
