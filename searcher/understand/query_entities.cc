#include "searcher/understand/query_entities.h"

#include <algorithm>

#include "searcher/understand/abbreviations.h"
#include "searcher/understand/name_meanings.h"

namespace broadsheet {

namespace {

using query::Text;
using query::Word;

constexpr std::size_t longest_name = 6;  // words
constexpr std::size_t most_words = 48;   // of a query that are looked at

// What part of the articles with a name's words must have what it means.
constexpr double least_of_small_letters = 0.5;
constexpr double least_of_capitals = 0.2;
constexpr double least_of_several_words = 0.2;
constexpr double least_of_phrase = 0.05;

bool is_plain(const Word& word) {
    return word.kind == Word::Kind::plain && !word.exact;
}

// Keys of names have no such words, so that they are no part of a name's ends.
bool is_left_out(const Word& word) {
    return word.folded == "the" || word.folded == "and" || word.folded == "of";
}

bool has_capital(const Word& word) {
    return std::any_of(word.token.begin(), word.token.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Words side by side, of one or several items of a list, or joined by AND.
struct Run {
    struct Place {
        query::Range item;  // that the word is of
        bool begins = false;
        bool ends = false;
    };
    query::Words words;
    std::vector<Place> places;  // of each word
    bool is_phrase = false;

    void add(const Text& text, query::Range range) {
        for (std::size_t i = 0; i < text.words.size(); ++i)
            places.push_back({range, i == 0, i + 1 == text.words.size()});
        words.insert(words.end(), text.words.begin(), text.words.end());
    }
};

std::vector<Run> runs_of(const query::Node& node, bool positive);

void add_item(const query::Node& item, query::Occurrence occurrence, bool positive, std::vector<Run>& runs,
              bool& continues) {
    const Text* text = std::get_if<Text>(&item.is);
    const bool plain = occurrence == query::Occurrence::plain && text != nullptr && positive &&
                       std::all_of(text->words.begin(), text->words.end(), is_plain);
    if (!plain) {
        const bool same = occurrence != query::Occurrence::excluded;
        for (Run& run : runs_of(item, positive == same))
            runs.push_back(std::move(run));
        continues = false;
        return;
    }
    if (!continues) runs.emplace_back();
    runs.back().add(*text, item.range);
    continues = true;
}

std::vector<Run> runs_of(const query::Node& node, bool positive) {
    std::vector<Run> runs;
    bool continues = false;
    if (const auto* all = std::get_if<query::All>(&node.is)) {
        for (const query::Node& part : all->parts)
            add_item(part, query::Occurrence::plain, positive, runs, continues);
        return runs;
    }
    if (const auto* list = std::get_if<query::List>(&node.is)) {
        for (const query::ListItem& item : list->items)
            add_item(item.node, item.occurrence, positive, runs, continues);
        return runs;
    }
    if (const auto* text = std::get_if<Text>(&node.is)) {
        if (!positive || !std::all_of(text->words.begin(), text->words.end(), is_plain)) return runs;
        runs.emplace_back().add(*text, node.range);
        runs.back().is_phrase = text->words.size() > 1;
        return runs;
    }
    query::for_each_part(node, [&](const query::Node& part, bool same) {
        for (Run& run : runs_of(part, positive == same))
            runs.push_back(std::move(run));
    });
    return runs;
}

query::Node& node_of(query::Node& part) {
    return part;
}
query::Node& node_of(query::ListItem& item) {
    return item.node;
}

bool lies_in(const query::Node& node, query::Range range) {
    return node.range.begin >= range.begin && node.range.end <= range.end;
}

bool replace(query::Node& node, query::Range range, const query::Node& value);

// The same for `items` of `node`, which are side by side or joined by AND.
template <typename Item>
bool replace_among(std::vector<Item>& items, query::Node& node, query::Range range,
                   const query::Node& value) {
    const auto first =
        std::find_if(items.begin(), items.end(), [&](Item& item) { return lies_in(node_of(item), range); });
    if (first == items.end()) {
        return std::any_of(items.begin(), items.end(),
                           [&](Item& item) { return replace(node_of(item), range, value); });
    }
    if (!std::holds_alternative<Text>(node_of(*first).is)) return replace(node_of(*first), range, value);
    const auto behind =
        std::find_if_not(first, items.end(), [&](Item& item) { return lies_in(node_of(item), range); });
    node_of(*first) = value;
    items.erase(first + 1, behind);
    if (items.size() > 1) return true;
    query::Node only = std::move(node_of(items.front()));
    node = std::move(only);
    return true;
}

// The query with a value in place of the words of a range. False where they stand in what only words can.
bool replace(query::Node& node, query::Range range, const query::Node& value) {
    if (std::holds_alternative<Text>(node.is)) {
        if (!lies_in(node, range)) return false;
        node = value;
        return true;
    }
    const auto in_any = [&](std::vector<query::Node>& parts) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](query::Node& part) { return replace(part, range, value); });
    };
    if (auto* all = std::get_if<query::All>(&node.is)) return replace_among(all->parts, node, range, value);
    if (auto* any = std::get_if<query::Any>(&node.is)) return in_any(any->parts);
    if (auto* negated = std::get_if<query::Not>(&node.is)) return in_any(negated->part);
    auto* list = std::get_if<query::List>(&node.is);
    return list != nullptr && replace_among(list->items, node, range, value);
}

class EntityFinder {
public:
    EntityFinder(const query::Node& root, Snapshot& snapshot)
        : root_(root), snapshot_(snapshot), reader_(snapshot), shouted_(is_shouted(root)) {}

    std::vector<QueryEntity> run() {
        for (const Run& run : runs_of(root_, true))
            find_in(run);
        return std::move(found_);
    }

private:
    void find_in(const Run& run) {
        std::size_t first = 0;
        while (first < run.words.size() && looked_at_ < most_words && found_.size() < most_query_entities) {
            std::size_t behind = std::min(first + longest_name, run.words.size());
            while (behind > first && !is_name(run, first, behind))
                --behind;
            ++looked_at_;
            first = std::max(behind, first + 1);
        }
    }

    // Whether words [first, behind) are a name, which is then among what was found.
    bool is_name(const Run& run, std::size_t first, std::size_t behind) {
        const std::span<const Word> words = std::span(run.words).subspan(first, behind - first);
        if (words.size() > 1 && (is_left_out(words.front()) || is_left_out(words.back()))) return false;
        if (words.size() == 1 && is_common_word(words.front().folded) &&
            (shouted_ || !is_abbreviation(words.front().token)))
            return false;
        const NameMeanings meanings = reader_.read(words);
        const bool is_whole_phrase = run.is_phrase && words.size() == run.words.size();
        if (meanings.all.empty() || meanings.share() < least_share(words, is_whole_phrase)) return false;
        const Run::Place& begin = run.places[first];
        const Run::Place& end = run.places[behind - 1];
        add(words, {begin.item.begin, end.item.end}, begin.begins && end.ends, meanings);
        return true;
    }

    double least_share(std::span<const Word> words, bool is_whole_phrase) const {
        if (is_whole_phrase) return least_of_phrase;
        if (words.size() > 1) return least_of_several_words;
        if (shouted_) return least_of_small_letters;
        if (is_abbreviation(words.front().token)) return 0;
        return has_capital(words.front()) ? least_of_capitals : least_of_small_letters;
    }

    // `replaceable`: the range holds these words and no others.
    void add(std::span<const Word> words, query::Range range, bool replaceable,
             const NameMeanings& meanings) {
        const Meaning& first = meanings.all.front();
        const bool is_known = std::any_of(found_.begin(), found_.end(), [&](const QueryEntity& each) {
            return each.meant.field == first.field && each.meant.id == first.id;
        });
        if (is_known) return;
        QueryEntity entity;
        entity.words = joined_words(words);
        entity.meant = value_of(first);
        entity.share = meanings.share();
        query::Node with_value = root_;
        if (replaceable && replace(with_value, range, {as_value(entity.meant), range}))
            entity.instead = std::move(with_value);
        std::vector<Meaning> others(meanings.all.begin() + 1, meanings.all.end());
        std::sort(others.begin(), others.end(), [](const Meaning& a, const Meaning& b) {
            return a.articles != b.articles ? a.articles > b.articles : a.id < b.id;
        });
        others.resize(std::min(others.size(), most_other_meanings));
        for (const Meaning& each : others)
            entity.others.push_back(value_of(each));
        found_.push_back(std::move(entity));
    }

    NamedValue value_of(const Meaning& meaning) const {
        NamedValue value{
            meaning.field, meaning.id, snapshot_.label(meaning.field, meaning.id), {}, meaning.articles};
        value.filter =
            std::string(field(meaning.field).name) + '=' + reader_.filter_value(meaning, value.value);
        return value;
    }

    const query::Node& root_;
    Snapshot& snapshot_;
    NameReader reader_;
    bool shouted_;
    std::size_t looked_at_ = 0;
    std::vector<QueryEntity> found_;
};

}  // namespace

std::vector<QueryEntity> entities_in(const query::Node& root, Snapshot& snapshot) {
    return EntityFinder(root, snapshot).run();
}

query::Value as_value(const NamedValue& named) {
    return {named.field, named.filter.substr(named.filter.find('=') + 1), {}};
}

}  // namespace broadsheet
