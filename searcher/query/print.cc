#include "searcher/query/print.h"

#include <algorithm>

#include "searcher/query/date_range.h"
#include "searcher/query/foreign.h"
#include "searcher/query/signs.h"
#include "searcher/query/word_reader.h"

namespace broadsheet::query {

namespace {

bool needs_quotes(const std::string& value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (quote_length(std::string_view(value).substr(i)) > 0) return true;
    }
    return !std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.' || c == '_' || c == '/' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
    });
}

std::string quoted(std::string value) {
    std::replace(value.begin(), value.end(), '"',
                 '\'');  // the language has no escapes, and values are folded anyway
    return '"' + value + '"';
}

// "LEAD(text)", or the text itself where there is no name.
std::string in_brackets(std::string_view name, const std::string& text) {
    if (name.empty()) return text;
    return std::string(name) + (name.back() == ':' ? text : '(' + text + ')');
}

std::string print_words(const Text& text) {
    const std::vector<Word>& words = text.words;
    const bool exact = std::all_of(words.begin(), words.end(), [](const Word& word) {
        return word.exact || word.kind == Word::Kind::any;
    });
    std::string printed;
    for (const Word& word : words) {
        if (!printed.empty()) printed += ' ';
        printed += to_text(word, !exact);
    }
    if (words.size() > 1 || is_foreign_operator(printed)) printed = '"' + printed + '"';
    if (exact) printed.insert(0, 1, '=');
    return in_brackets(name_of(text.zone), in_brackets(name_of(words.front().letters), printed));
}

std::string print_value(const Value& value) {
    const std::string shown = needs_quotes(value.value) ? quoted(value.value) : value.value;
    const std::string kind = value.kind ? std::string(field(*value.kind).name) + ':' : std::string();
    return std::string(field(value.field).name) + ':' + kind + shown;
}

std::string print_leaf(const Node& node) {
    if (const Text* text = std::get_if<Text>(&node.is)) return print_words(*text);
    if (const Value* value = std::get_if<Value>(&node.is)) return print_value(*value);
    if (const Dates* dates = std::get_if<Dates>(&node.is)) return "date:" + to_text(*dates);
    return {};
}

bool is_distance(const Node& node) {
    return std::holds_alternative<Distance>(node.is);
}

std::string describe(const Proximity& proximity) {
    std::string text = proximity.negative ? "the first, but not with the second " : "";
    switch (proximity.unit) {
        case Proximity::Unit::words:
            text += "within " + std::to_string(proximity.words) + (proximity.words == 1 ? " word" : " words");
            break;
        case Proximity::Unit::sentence:
            text += "in one sentence";
            break;
        case Proximity::Unit::paragraph:
            text += "in one paragraph";
            break;
    }
    return text + (proximity.ordered ? ", in this order" : "");
}

std::string bracketed(const Node& node, bool brackets) {
    std::string text = to_text(node);
    return brackets ? '(' + text + ')' : text;
}

std::string kind_of(const Word& word) {
    if (word.kind == Word::Kind::pattern) return "pattern ";
    if (word.kind == Word::Kind::fuzzy) return "fuzzy ";
    return word.exact ? "exact " : "word ";
}

const char* name_of(Alike alike) {
    switch (alike) {
        case Alike::synonyms:
            return "any of the synonyms";
        case Alike::names:
            return "any of the names";
        default:
            return "any of";
    }
}

void print_tree(const Node& node, std::size_t depth, std::string& tree) {
    tree.append(2 * depth, ' ');
    const auto children = [&](const char* name, const std::vector<Node>& parts) {
        tree += name;
        tree += '\n';
        for (const Node& part : parts)
            print_tree(part, depth + 1, tree);
    };
    if (const All* all = std::get_if<All>(&node.is)) return children("all of", all->parts);
    if (const Any* any = std::get_if<Any>(&node.is)) return children(name_of(any->alike), any->parts);
    if (const Not* negated = std::get_if<Not>(&node.is)) return children("not", negated->part);
    if (const Distance* distance = std::get_if<Distance>(&node.is))
        return children(describe(distance->proximity).c_str(), distance->sides);
    if (const AtLeast* at_least = std::get_if<AtLeast>(&node.is))
        return children(("at least " + std::to_string(at_least->times) + " times").c_str(), at_least->part);
    if (std::holds_alternative<Everything>(node.is)) {
        tree += "everything";
    } else if (std::holds_alternative<Nothing>(node.is)) {
        tree += "nothing";
    } else if (const Text* text = std::get_if<Text>(&node.is)) {
        tree += (text->words.size() > 1 ? "phrase " : kind_of(text->words.front())) + print_leaf(node);
    } else {
        tree += print_leaf(node);
    }
    tree += '\n';
}

}  // namespace

std::string to_text(const Node& node) {
    std::string text;
    if (const All* all = std::get_if<All>(&node.is)) {
        for (const Node& part : all->parts) {
            if (!text.empty()) text += " AND ";
            text += bracketed(part, std::holds_alternative<Any>(part.is) || is_distance(part));
        }
    } else if (const Any* any = std::get_if<Any>(&node.is)) {
        for (const Node& part : any->parts) {
            if (!text.empty()) text += " OR ";
            // Not needed, but not everyone knows what holds tighter.
            text += bracketed(part, std::holds_alternative<All>(part.is) || is_distance(part));
        }
    } else if (const Not* negated = std::get_if<Not>(&node.is)) {
        const Node& part = negated->part.front();
        text = "NOT " + bracketed(part, std::holds_alternative<All>(part.is) ||
                                            std::holds_alternative<Any>(part.is) || is_distance(part));
    } else if (const Distance* distance = std::get_if<Distance>(&node.is)) {
        const auto side = [](const Node& part) {
            return bracketed(part, std::holds_alternative<Any>(part.is) || is_distance(part));
        };
        text = side(distance->sides.front()) + ' ' + to_text(distance->proximity) + ' ' +
               side(distance->sides.back());
    } else if (const AtLeast* at_least = std::get_if<AtLeast>(&node.is)) {
        text = "ATLEAST" + std::to_string(at_least->times) + '(' + to_text(at_least->part.front()) + ')';
    } else {
        text = print_leaf(node);
    }
    return text;
}

std::string to_text(const Node& node, const std::vector<Value>& preferred) {
    std::string text = to_text(node);
    if (preferred.empty()) return text;
    std::string values;
    for (const Value& value : preferred) {
        if (!values.empty()) values += " OR ";
        values += print_value(value);
    }
    if (!text.empty()) text += ' ';
    return text + std::string(prefer) + '(' + values + ')';
}

std::string to_tree(const Node& node) {
    std::string tree;
    print_tree(node, 0, tree);
    return tree;
}

}  // namespace broadsheet::query
