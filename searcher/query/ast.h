// A query as it was read: what the parser makes, and what planning, printing and highlighting work on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schema/date.h"
#include "schema/fields.h"
#include "searcher/query/words.h"

namespace broadsheet::query {

// Bytes of the query text.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

// Articles with this value in a facet or exact field.
struct Value {
    FieldId field = FieldId::id;
    std::string value;
    std::optional<FieldId> kind{};  // of an `about` value: a person, an organisation or a place
};

// Articles with a date in [begin, end); an absent bound is open. Articles without a date never match.
struct Dates {
    std::optional<Seconds> begin;
    std::optional<Seconds> end;
    friend bool operator==(const Dates&, const Dates&) = default;
};

struct Everything {};  // all articles: the empty query
struct Nothing {};     // no article: something was typed, but nothing of it can be searched for

struct Node;
struct ListItem;

struct All {
    std::vector<Node> parts;  // two or more
};

// Why the parts of an Any are ways to say one thing.
enum class Alike {
    no,        // they are not
    synonyms,  // by a list of synonyms
    names,     // an abbreviation and the names that it stands for
};

struct Any {
    std::vector<Node> parts;  // two or more; of those that are alike the first is as typed
    Alike alike = Alike::no;
};

struct Not {
    std::vector<Node> part;  // one
};

// Occurrences of the two sides near each other. A side is a place in the text: a Text, a Distance, an AtLeast
// or an Any of these.
struct Distance {
    Proximity proximity;
    std::vector<Node> sides;  // two
};

// A part, of the same kinds as a side of a Distance, that occurs so often.
struct AtLeast {
    std::uint32_t times = 1;
    std::vector<Node> part;  // one
};

// Things side by side without an operator between them. Whether all or any of the plain ones must match is
// decided when the query is planned.
struct List {
    std::vector<ListItem> items;  // two or more
};

struct Node {
    std::variant<Everything, Nothing, Text, Value, Dates, All, Any, Not, Distance, AtLeast, List> is;
    Range range;
};

enum class Occurrence {
    plain,
    required,  // +
    excluded,  // - or NOT
};

struct ListItem {
    Occurrence occurrence = Occurrence::plain;
    Node node;
};

// How many of a List's plain texts must match.
enum class Matching { all, any };

// Nothing but filters (values, dates), which restrict whatever Matching says.
bool is_filter(const Node& node);

// Whether it has places in the text: what can be a side of a Distance.
bool is_positional(const Node& node);

// Whether Matching::any would find more than Matching::all.
bool can_be_relaxed(const Node& node);

// A call for every part directly below a node, with whether it speaks for an article where the node does.
// False where there is none: for a leaf (Text, Value, Dates, Everything, Nothing).
template <typename Visit>
bool for_each_part(const Node& node, Visit&& visit);

// A call for every leaf. `positive` is false under an odd number of negations.
template <typename Visit>
void for_each_leaf(const Node& node, Visit&& visit, bool positive = true);

// The same for the leaves that were typed; the others are below a node that `visit_alike` is called for.
template <typename Visit, typename VisitAlike>
void for_each_typed(const Node& node, Visit&& visit, VisitAlike&& visit_alike, bool positive = true);

// Implementation.

template <typename Visit>
bool for_each_part(const Node& node, Visit&& visit) {
    if (const All* all = std::get_if<All>(&node.is)) {
        for (const Node& part : all->parts)
            visit(part, true);
    } else if (const Any* any = std::get_if<Any>(&node.is)) {
        for (const Node& part : any->parts)
            visit(part, true);
    } else if (const Not* negated = std::get_if<Not>(&node.is)) {
        for (const Node& part : negated->part)
            visit(part, false);
    } else if (const Distance* distance = std::get_if<Distance>(&node.is)) {
        visit(distance->sides.front(), true);
        visit(distance->sides.back(), !distance->proximity.negative);
    } else if (const AtLeast* at_least = std::get_if<AtLeast>(&node.is)) {
        for (const Node& part : at_least->part)
            visit(part, true);
    } else if (const List* list = std::get_if<List>(&node.is)) {
        for (const ListItem& item : list->items)
            visit(item.node, item.occurrence != Occurrence::excluded);
    } else {
        return false;
    }
    return true;
}

template <typename Visit>
void for_each_leaf(const Node& node, Visit&& visit, bool positive) {
    const bool has_parts = for_each_part(
        node, [&](const Node& part, bool same) { for_each_leaf(part, visit, positive == same); });
    if (!has_parts) visit(node, positive);
}

template <typename Visit, typename VisitAlike>
void for_each_typed(const Node& node, Visit&& visit, VisitAlike&& visit_alike, bool positive) {
    const Any* any = std::get_if<Any>(&node.is);
    if (any != nullptr && any->alike != Alike::no) {
        visit_alike(node, positive);
        return for_each_typed(any->parts.front(), visit, visit_alike, positive);
    }
    const bool has_parts = for_each_part(node, [&](const Node& part, bool same) {
        for_each_typed(part, visit, visit_alike, positive == same);
    });
    if (!has_parts) visit(node, positive);
}

}  // namespace broadsheet::query
