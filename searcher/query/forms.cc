#include "searcher/query/forms.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace broadsheet::query {

namespace {

constexpr std::size_t most_looked_at = 16;  // words side by side that can be one name

bool is_plain(const Word& word) {
    return word.kind == Word::Kind::plain && !word.exact && word.letters == Letters::any;
}

// The words of an item that can be part of a run; null where it has none.
const Text* plain_text(const ListItem& item) {
    const Text* text = std::get_if<Text>(&item.node.is);
    const bool plain = text != nullptr && item.occurrence == Occurrence::plain;
    return plain && std::all_of(text->words.begin(), text->words.end(), is_plain) ? text : nullptr;
}

class FormAdder {
public:
    explicit FormAdder(const FindForms& find) : find_(find) {}

    void add(Node& node, bool positive) {
        if (Text* text = std::get_if<Text>(&node.is)) return add_to_text(*text, node, positive);
        if (List* list = std::get_if<List>(&node.is)) return add_to_list(*list, node, positive);
        if (All* all = std::get_if<All>(&node.is)) return add_to_each(all->parts, positive);
        if (Any* any = std::get_if<Any>(&node.is)) return add_to_each(any->parts, positive);
        if (Not* negated = std::get_if<Not>(&node.is)) return add_to_each(negated->part, !positive);
        if (AtLeast* at_least = std::get_if<AtLeast>(&node.is)) return add_to_each(at_least->part, positive);
        if (Distance* distance = std::get_if<Distance>(&node.is)) {
            add(distance->sides.front(), positive);
            add(distance->sides.back(), positive != distance->proximity.negative);
        }
    }

    bool had_room() const { return had_room_; }

private:
    void add_to_each(std::vector<Node>& nodes, bool positive) {
        for (Node& node : nodes)
            add(node, positive);
    }

    OtherForms find(std::span<const Word> words, bool positive, bool in_phrase) const {
        const auto end = std::find_if_not(words.begin(), words.end(), is_plain);
        const std::span<const Word> plain = words.first(static_cast<std::size_t>(end - words.begin()));
        return plain.empty() ? OtherForms{} : find_({plain, positive, in_phrase});
    }

    // Whether there is room for so many more words.
    bool take_room(std::size_t words) {
        const bool fits = added_ + words <= most_form_words;
        if (fits) added_ += words;
        had_room_ = had_room_ && fits;
        return fits;
    }

    // Every combination of the forms of its parts, what was typed first.
    void add_to_text(const Text& text, Node& node, bool positive) {
        std::vector<Words> phrases{{}};
        Alike alike = Alike::no;
        for (std::size_t at = 0; at < text.words.size();) {
            const std::span<const Word> rest = std::span(text.words).subspan(at);
            OtherForms other = find(rest, positive, text.words.size() > 1);
            const std::size_t count = std::max<std::size_t>(other.count, 1);
            const std::span<const Word> typed = rest.first(count);
            other.forms.insert(other.forms.begin(), Words(typed.begin(), typed.end()));
            if (other.count > 0) alike = other.alike;
            phrases = combined(phrases, other.forms);
            at += count;
        }
        if (phrases.size() == 1) return;
        Any any{{}, alike};
        for (Words& words : phrases) {
            const bool is_typed = any.parts.empty();
            if (!is_typed && !take_room(words.size())) break;
            any.parts.push_back({Text{std::move(words), text.zone}, node.range});
        }
        if (any.parts.size() > 1) node.is = std::move(any);
    }

    static std::vector<Words> combined(const std::vector<Words>& phrases, const std::vector<Words>& forms) {
        std::vector<Words> result;
        for (const Words& form : forms) {
            for (const Words& phrase : phrases) {
                if (result.size() == most_forms) return result;
                result.push_back(phrase);
                result.back().insert(result.back().end(), form.begin(), form.end());
            }
        }
        return result;
    }

    void add_to_list(List& list, Node& node, bool positive) {
        std::vector<ListItem> items;
        for (std::size_t at = 0; at < list.items.size();) {
            const std::size_t taken = add_to_run(list.items, at, positive, items);
            if (taken == 0) {
                ListItem& item = list.items[at];
                add(item.node, positive != (item.occurrence == Occurrence::excluded));
                items.push_back(std::move(item));
            }
            at += std::max<std::size_t>(taken, 1);
        }
        list.items = std::move(items);
        if (list.items.size() > 1) return;
        Node only = std::move(list.items.front().node);
        node = std::move(only);
    }

    // Several items from `first` on that have a form together become one of `result`. Gives their number.
    std::size_t add_to_run(std::vector<ListItem>& items, std::size_t first, bool positive,
                           std::vector<ListItem>& result) {
        Words run;
        std::vector<std::size_t> ends;  // of each item, in `run`
        Zone zone = Zone::anywhere;
        for (std::size_t i = first; i < items.size() && run.size() < most_looked_at; ++i) {
            const Text* text = plain_text(items[i]);
            if (text == nullptr || (i > first && text->zone != zone)) break;
            zone = text->zone;
            run.insert(run.end(), text->words.begin(), text->words.end());
            ends.push_back(run.size());
        }
        if (ends.size() < 2) return 0;
        OtherForms other = find(run, positive, false);
        const auto end = std::find(ends.begin(), ends.end(), other.count);
        const auto count = static_cast<std::size_t>(end - ends.begin()) + 1;
        if (other.count == 0 || end == ends.end() || count < 2) return 0;

        const Range range{items[first].node.range.begin, items[first + count - 1].node.range.end};
        Any any{{}, other.alike};
        for (Words& words : other.forms) {
            if (any.parts.size() + 1 == most_forms || !take_room(words.size())) break;
            any.parts.push_back({Text{std::move(words), zone}, range});
        }
        if (any.parts.empty()) return 0;
        const auto begin = std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(first));
        List typed{{begin, begin + static_cast<std::ptrdiff_t>(count)}};
        any.parts.insert(any.parts.begin(), Node{std::move(typed), range});
        result.push_back({Occurrence::plain, {std::move(any), range}});
        return count;
    }

    const FindForms& find_;
    std::size_t added_ = 0;
    bool had_room_ = true;
};

}  // namespace

bool add_forms(Node& root, const FindForms& find) {
    FormAdder adder(find);
    adder.add(root, true);
    return adder.had_room();
}

}  // namespace broadsheet::query
