#include "searcher/query/print.h"

#include <algorithm>

#include "searcher/query/date_range.h"

namespace broadsheet::query {

namespace {

bool needs_quotes(const std::string& value) {
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

std::string print_words(const Text& text) {
    std::string words;
    for (const Word& word : text.words) {
        if (!words.empty()) words += ' ';
        words += word.folded;
    }
    if (text.words.size() > 1) words = quoted(words);
    return (text.title_only ? "title:" : "") + words;
}

std::string print_leaf(const Node& node) {
    if (const Text* text = std::get_if<Text>(&node.is)) return print_words(*text);
    if (const Value* value = std::get_if<Value>(&node.is)) {
        const std::string shown = needs_quotes(value->value) ? quoted(value->value) : value->value;
        return std::string(field(value->field).name) + ':' + shown;
    }
    if (const Dates* dates = std::get_if<Dates>(&node.is)) return "date:" + to_text(*dates);
    return {};
}

std::string bracketed(const Node& node, bool brackets) {
    std::string text = to_text(node);
    return brackets ? '(' + text + ')' : text;
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
    if (const Any* any = std::get_if<Any>(&node.is)) return children("any of", any->parts);
    if (const Not* negated = std::get_if<Not>(&node.is)) return children("not", negated->part);
    if (std::holds_alternative<Everything>(node.is)) {
        tree += "everything";
    } else if (std::holds_alternative<Nothing>(node.is)) {
        tree += "nothing";
    } else if (const Text* text = std::get_if<Text>(&node.is)) {
        tree += (text->words.size() > 1 ? "phrase " : "word ") + print_leaf(node);
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
            text += bracketed(part, std::holds_alternative<Any>(part.is));
        }
    } else if (const Any* any = std::get_if<Any>(&node.is)) {
        for (const Node& part : any->parts) {
            if (!text.empty()) text += " OR ";
            // Not needed, but not everyone knows that AND holds tighter.
            text += bracketed(part, std::holds_alternative<All>(part.is));
        }
    } else if (const Not* negated = std::get_if<Not>(&node.is)) {
        const Node& part = negated->part.front();
        text = "NOT " +
               bracketed(part, std::holds_alternative<All>(part.is) || std::holds_alternative<Any>(part.is));
    } else {
        text = print_leaf(node);
    }
    return text;
}

std::string to_tree(const Node& node) {
    std::string tree;
    print_tree(node, 0, tree);
    return tree;
}

}  // namespace broadsheet::query
