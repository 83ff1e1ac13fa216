#include "searcher/query/distribute.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "schema/error.h"
#include "searcher/query/parser.h"
#include "searcher/query/resolve.h"

namespace broadsheet::query {

namespace {

std::size_t size_of(const Node& node) {
    std::size_t leaves = 0;
    for_each_leaf(node, [&](const Node&, bool) { ++leaves; });
    return leaves;
}

Node negation(Node node) {
    const Range range = node.range;
    Not negated;
    negated.part.push_back(std::move(node));
    return {std::move(negated), range};
}

template <typename Joined>
Node joined(std::vector<Node> parts, Range range) {
    if (parts.size() == 1) return std::move(parts.front());
    return {Joined{std::move(parts)}, range};
}

using Apply = std::function<Node(const Node& part)>;

class Distributor {
public:
    explicit Distributor(Warnings& warnings) : warnings_(warnings) {}

    // `apply` for every part of `node` that has places in the text, joined as they are in `node`. `otherwise`
    // is what remains of the operator when it is only denied something: the other side, or null.
    Node over(const Node& node, const Apply& apply, const Node* otherwise, bool swap = false) {
        if (is_positional(node)) return apply(node);
        if (const All* all = std::get_if<All>(&node.is)) {
            std::vector<Node> parts;
            bool any_place = false;
            for (const Node& part : all->parts) {
                any_place = any_place || !(std::holds_alternative<Not>(part.is) || is_filter(part));
                parts.push_back(over(part, apply, nullptr, swap));
            }
            if (!any_place && otherwise != nullptr) parts.insert(parts.begin(), *otherwise);
            return swap ? joined<Any>(std::move(parts), node.range)
                        : joined<All>(std::move(parts), node.range);
        }
        if (const Any* any = std::get_if<Any>(&node.is)) {
            std::vector<Node> parts;
            for (const Node& part : any->parts)
                parts.push_back(over(part, apply, otherwise, swap));
            return swap ? joined<All>(std::move(parts), node.range)
                        : joined<Any>(std::move(parts), node.range);
        }
        if (const Not* negated = std::get_if<Not>(&node.is)) {
            Node denied = negation(over(negated->part.front(), apply, nullptr, swap));
            if (otherwise == nullptr) return denied;
            return {All{{*otherwise, std::move(denied)}}, node.range};
        }
        if (is_filter(node)) {
            warnings_.add("a filter has no place in the text: it was read beside the operator, not inside");
        }
        if (otherwise == nullptr) return node;
        return {All{{*otherwise, node}}, node.range};
    }

private:
    Warnings& warnings_;
};

}  // namespace

Node near(const Proximity& proximity, Node left, Node right, Warnings& warnings) {
    const Range range{left.range.begin, right.range.end};
    const Node lefts = resolved(left, Matching::all);
    const Node rights = resolved(right, Matching::all);
    const bool plain = is_positional(lefts) && is_positional(rights);
    if (!plain && size_of(lefts) * size_of(rights) > most_combinations) {
        throw Error(ErrorCode::bad_query, "the brackets of a distance have more than " +
                                              std::to_string(most_combinations) + " combinations of words");
    }
    Distributor distributor(warnings);
    Node result = distributor.over(
        lefts,
        [&](const Node& one) {
            return distributor.over(
                rights,
                [&](const Node& other) {
                    return Node{Distance{proximity, {one, other}}, range};
                },
                &one, proximity.negative);
        },
        is_positional(rights) && !proximity.negative ? &rights : nullptr);
    result.range = range;
    return result;
}

Node at_least(std::uint32_t times, Node part, Warnings& warnings) {
    const Range range = part.range;
    Distributor distributor(warnings);
    Node result = distributor.over(
        resolved(part, Matching::all),
        [&](const Node& one) {
            return Node{AtLeast{times, {one}}, range};
        },
        nullptr);
    result.range = range;
    return result;
}

}  // namespace broadsheet::query
