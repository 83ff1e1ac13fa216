#include "searcher/query/resolve.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace broadsheet::query {

namespace {

bool stays_together(const All&) {
    return false;
}
bool stays_together(const Any& any) {
    return any.alike != Alike::no;
}

// (a AND b) AND c is a AND b AND c.
template <typename Joined>
void add_part(std::vector<Node>& parts, Node part) {
    Joined* same = std::get_if<Joined>(&part.is);
    if (same != nullptr && !stays_together(*same)) {
        std::move(same->parts.begin(), same->parts.end(), std::back_inserter(parts));
    } else {
        parts.push_back(std::move(part));
    }
}

template <typename Joined>
Node joined(std::vector<Node> parts, Range range) {
    if (parts.size() == 1) return std::move(parts.front());
    return {Joined{std::move(parts)}, range};
}

template <typename Joined>
Node resolved_parts(const Joined& node, Range range, Matching matching) {
    std::vector<Node> parts;
    for (const Node& part : node.parts)
        add_part<Joined>(parts, resolved(part, matching));
    return joined<Joined>(std::move(parts), range);
}

Node negation(const Node& node, Matching matching) {
    Node part = resolved(node, matching);
    if (Not* twice = std::get_if<Not>(&part.is)) return Node(std::move(twice->part.front()));
    Not negated;
    negated.part.push_back(std::move(part));
    return {std::move(negated), node.range};
}

Node resolved_list(const List& list, Range range, Matching matching) {
    const auto restricts = [&](const ListItem& item) {
        return matching == Matching::all || item.occurrence != Occurrence::plain || is_filter(item.node);
    };
    const bool text_required = std::any_of(list.items.begin(), list.items.end(), [](const ListItem& item) {
        return item.occurrence == Occurrence::required && !is_filter(item.node);
    });
    std::vector<Node> all;
    std::vector<Node> any;
    for (const ListItem& item : list.items) {
        if (item.occurrence == Occurrence::excluded) {
            all.push_back(negation(item.node, matching));
        } else if (restricts(item)) {
            add_part<All>(all, resolved(item.node, matching));
        } else if (!text_required) {
            add_part<Any>(any, resolved(item.node, matching));
        }
    }
    if (!any.empty()) all.insert(all.begin(), joined<Any>(std::move(any), range));
    return joined<All>(std::move(all), range);
}

}  // namespace

Node resolved(const Node& node, Matching matching) {
    if (const All* all = std::get_if<All>(&node.is)) return resolved_parts(*all, node.range, matching);
    if (const Any* any = std::get_if<Any>(&node.is)) {
        if (any->alike == Alike::no) return resolved_parts(*any, node.range, matching);
        Any alike{{}, any->alike};
        for (const Node& part : any->parts)
            add_part<Any>(alike.parts, resolved(part, matching));
        return {std::move(alike), node.range};
    }
    if (const Not* negated = std::get_if<Not>(&node.is)) return negation(negated->part.front(), matching);
    if (const List* list = std::get_if<List>(&node.is)) return resolved_list(*list, node.range, matching);
    return node;
}

}  // namespace broadsheet::query
