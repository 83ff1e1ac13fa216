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

struct Any {
    std::vector<Node> parts;  // two or more
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

// A call for every leaf (Text, Value, Dates, Everything, Nothing). `positive` is false under an odd number of
// negations.
template <typename Visit>
void for_each_leaf(const Node& node, Visit&& visit, bool positive = true);

// Implementation.

template <typename Visit>
void for_each_leaf(const Node& node, Visit&& visit, bool positive) {
    if (const All* all = std::get_if<All>(&node.is)) {
        for (const Node& part : all->parts)
            for_each_leaf(part, visit, positive);
    } else if (const Any* any = std::get_if<Any>(&node.is)) {
        for (const Node& part : any->parts)
            for_each_leaf(part, visit, positive);
    } else if (const Not* negated = std::get_if<Not>(&node.is)) {
        for (const Node& part : negated->part)
            for_each_leaf(part, visit, !positive);
    } else if (const Distance* distance = std::get_if<Distance>(&node.is)) {
        for_each_leaf(distance->sides.front(), visit, positive);
        for_each_leaf(distance->sides.back(), visit, positive != distance->proximity.negative);
    } else if (const AtLeast* at_least = std::get_if<AtLeast>(&node.is)) {
        for (const Node& part : at_least->part)
            for_each_leaf(part, visit, positive);
    } else if (const List* list = std::get_if<List>(&node.is)) {
        for (const ListItem& item : list->items) {
            for_each_leaf(item.node, visit, positive != (item.occurrence == Occurrence::excluded));
        }
    } else {
        visit(node, positive);
    }
}

}  // namespace broadsheet::query
