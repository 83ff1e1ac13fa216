#include "searcher/query/ast.h"

#include <algorithm>

namespace broadsheet::query {

bool is_filter(const Node& node) {
    bool only_filters = true;
    for_each_leaf(node, [&](const Node& leaf, bool) {
        only_filters = only_filters &&
                       (std::holds_alternative<Value>(leaf.is) || std::holds_alternative<Dates>(leaf.is));
    });
    return only_filters;
}

bool is_positional(const Node& node) {
    if (const Any* any = std::get_if<Any>(&node.is))
        return std::all_of(any->parts.begin(), any->parts.end(), is_positional);
    return std::holds_alternative<Text>(node.is) || std::holds_alternative<Distance>(node.is) ||
           std::holds_alternative<AtLeast>(node.is);
}

bool can_be_relaxed(const Node& node) {
    const auto relaxed = [](const Node& part) { return can_be_relaxed(part); };
    if (const All* all = std::get_if<All>(&node.is))
        return std::any_of(all->parts.begin(), all->parts.end(), relaxed);
    if (const Any* any = std::get_if<Any>(&node.is))
        return std::any_of(any->parts.begin(), any->parts.end(), relaxed);
    if (const Not* negated = std::get_if<Not>(&node.is)) return can_be_relaxed(negated->part.front());
    const List* list = std::get_if<List>(&node.is);
    if (list == nullptr) return false;

    std::size_t plain = 0;
    std::size_t required = 0;
    for (const ListItem& item : list->items) {
        if (can_be_relaxed(item.node)) return true;
        if (is_filter(item.node) || item.occurrence == Occurrence::excluded) continue;
        ++(item.occurrence == Occurrence::plain ? plain : required);
    }
    return plain > 0 && plain + required > 1;
}

}  // namespace broadsheet::query
