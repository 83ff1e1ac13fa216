#include "searcher/rank/entities_named.h"

#include <algorithm>
#include <string>

#include "schema/analysis/vocabulary.h"
#include "searcher/rank/function_words.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_name = 5;  // words
constexpr std::size_t most_words = 32;   // of a query that are looked at

using Run = std::vector<const query::Word*>;

bool is_name_like(const query::Text& text) {
    return std::all_of(text.words.begin(), text.words.end(), [](const query::Word& word) {
        return word.kind == query::Word::Kind::plain && !word.exact;
    });
}

class NameFinder {
public:
    explicit NameFinder(const Snapshot& snapshot) : snapshot_(snapshot) {}

    // Words side by side in a list or joined by AND are a run, and so is a phrase.
    void collect(const query::Node& node) {
        if (const auto* text = std::get_if<query::Text>(&node.is)) {
            Run run;
            append(*text, run);
            look_through(run);
        } else if (const auto* any = std::get_if<query::Any>(&node.is)) {
            for (const query::Node& part : any->parts)
                collect(part);
        } else if (const auto* all = std::get_if<query::All>(&node.is)) {
            Run run;
            for (const query::Node& part : all->parts)
                collect(part, run);
            look_through(run);
        } else if (const auto* list = std::get_if<query::List>(&node.is)) {
            Run run;
            for (const query::ListItem& item : list->items) {
                if (item.occurrence != query::Occurrence::excluded) collect(item.node, run);
            }
            look_through(run);
        }
    }

    std::vector<SoughtEntity> take() { return std::move(found_); }

private:
    void collect(const query::Node& part, Run& run) {
        const auto* text = std::get_if<query::Text>(&part.is);
        if (text != nullptr) {
            append(*text, run);
        } else {
            look_through(run);
            run.clear();
            collect(part);
        }
    }

    void append(const query::Text& text, Run& run) {
        if (!is_name_like(text)) return;
        for (const query::Word& word : text.words) {
            if (words_++ < most_words) run.push_back(&word);
        }
    }

    void look_through(const Run& run) {
        for (std::size_t begin = 0; begin < run.size();) {
            std::size_t size = std::min(longest_name, run.size() - begin);
            while (size > 0 && !add(run, begin, size))
                --size;
            begin += std::max<std::size_t>(size, 1);
        }
    }

    // Whether these words are a name.
    bool add(const Run& run, std::size_t begin, std::size_t size) {
        if (size == 1 && is_function_word(run[begin]->folded)) return false;
        std::string name;
        for (std::size_t i = begin; i < begin + size; ++i)
            name += (name.empty() ? "" : " ") + run[i]->token;
        SoughtEntity best;
        for (const FieldId field_id : entity_fields) {
            for (const ValueId id : snapshot_.values_named(field_id, name)) {
                const std::uint64_t articles = snapshot_.database().get_termfreq(value_term(field_id, id));
                if (articles > best.articles) best = {field_id, id, name, articles, 1};
            }
        }
        if (best.articles == 0) return false;
        best.reliability = reliability(run, begin, size, best.articles);
        found_.push_back(std::move(best));
        return true;
    }

    // Of the articles that can have all the words, those that have the entity. Above 1 when it has other
    // names, too.
    double reliability(const Run& run, std::size_t begin, std::size_t size, std::uint64_t articles) const {
        std::uint64_t having = snapshot_.database().get_doccount();
        for (std::size_t i = begin; i < begin + size; ++i) {
            const std::string stem = stem_of(run[i]->token, snapshot_.manifest().analysis.stemmer);
            having = std::min<std::uint64_t>(having, snapshot_.database().get_termfreq(stem));
        }
        return having <= articles ? 1 : static_cast<double>(articles) / static_cast<double>(having);
    }

    const Snapshot& snapshot_;
    std::vector<SoughtEntity> found_;
    std::size_t words_ = 0;
};

}  // namespace

std::vector<SoughtEntity> entities_named(const query::Node& root, const Snapshot& snapshot) {
    NameFinder finder(snapshot);
    finder.collect(root);
    return finder.take();
}

}  // namespace broadsheet
