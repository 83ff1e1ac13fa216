#include "searcher/understand/suggestion.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "searcher/query/parser.h"
#include "searcher/understand/name_corrections.h"
#include "searcher/understand/word_corrections.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_doubted = 4;   // words and names that are looked up
constexpr std::size_t most_readings = 8;  // of the whole query

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

// What a suggestion would have to repeat, and what blanks in its place would change the meaning of.
bool has_controls(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && !is_white(c)) || c == 0x7f;
    });
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// `text` has small letters only.
std::string in_letters_of(std::string_view typed, std::string text) {
    if (typed.empty() || !is_capital(typed.front())) return text;
    const bool all = std::none_of(typed.begin(), typed.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::size_t i = 0; i < (all ? text.size() : 1); ++i) {
        char& c = text[i];
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

// A value that is more than a word needs quotes, unless it stands in some.
std::string quoted(std::string text, std::string_view before) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return c == '-' || c == '.' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    std::replace(text.begin(), text.end(), '"', '\'');
    const bool in_quotes = before.ends_with('"') || before.ends_with("\xe2\x80\x9c");
    return plain || in_quotes ? text : '"' + text + '"';
}

}  // namespace

class Suggester::Doubts {
public:
    Doubts(Snapshot& snapshot, std::string_view text) : snapshot_(snapshot), text_(text), words_(snapshot) {}

    std::vector<Doubted> run(const query::Node& root) {
        if (has_controls(text_)) return {};
        query::for_each_leaf(root, [&](const query::Node& leaf, bool positive) {
            if (!positive || doubted_.size() == most_doubted) return;
            if (const auto* text = std::get_if<query::Text>(&leaf.is)) return look_at(*text, leaf.range);
            if (const auto* value = std::get_if<query::Value>(&leaf.is)) look_at(*value, leaf.range);
        });
        std::sort(doubted_.begin(), doubted_.end(),
                  [](const Doubted& a, const Doubted& b) { return a.range.begin < b.range.begin; });
        return std::move(doubted_);
    }

private:
    void look_at(const query::Text& text, query::Range range) {
        std::size_t from = range.begin;
        for (const query::Word& word : text.words) {
            const auto at = where(word.token, from, range.end);
            if (!at) continue;
            from = at->end;
            if (doubted_.size() == most_doubted || is_known(*at)) continue;
            Doubted doubted{*at, words_.corrections(word), false};
            const std::string_view typed = text_.substr(at->begin, at->end - at->begin);
            for (Correction& each : doubted.corrections)
                each.text = in_letters_of(typed, each.text);
            if (!doubted.corrections.empty()) doubted_.push_back(std::move(doubted));
        }
    }

    void look_at(const query::Value& value, query::Range range) {
        const auto at = where(value.value, range.begin, range.end);
        if (!at || is_known(*at)) return;
        Doubted doubted{*at, name_corrections(value, snapshot_), true};
        if (!doubted.corrections.empty()) doubted_.push_back(std::move(doubted));
    }

    // Where it stands in the query; a node can be there twice, but its words are not.
    std::optional<query::Range> where(std::string_view typed, std::size_t begin, std::size_t end) const {
        if (typed.empty() || begin >= end || end > text_.size()) return std::nullopt;
        const std::size_t at = text_.substr(0, end).find(typed, begin);
        if (at == std::string_view::npos) return std::nullopt;
        return query::Range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + typed.size())};
    }

    bool is_known(query::Range range) const {
        return std::any_of(doubted_.begin(), doubted_.end(),
                           [&](const Doubted& each) { return each.range.begin == range.begin; });
    }

    Snapshot& snapshot_;
    std::string_view text_;
    WordCorrector words_;
    std::vector<Doubted> doubted_;
};

Suggester::Suggester(Snapshot& snapshot, std::string_view text, const query::Node& root)
    : text_(text), doubted_(Doubts(snapshot, text).run(root)), readings_(readings_of(doubted_)) {}

std::vector<Suggester::Reading> Suggester::readings_of(const std::vector<Doubted>& doubted) {
    std::vector<Reading> readings;
    if (doubted.empty()) return readings;
    readings.push_back({{}, 0, std::numeric_limits<std::uint64_t>::max()});
    for (const Doubted& each : doubted) {
        std::vector<Reading> longer;
        for (const Reading& reading : readings) {
            for (std::size_t i = 0; i < each.corrections.size(); ++i) {
                longer.push_back(reading);
                longer.back().chosen.push_back(i);
                longer.back().cost += each.corrections[i].cost;
                longer.back().articles = std::min(longer.back().articles, each.corrections[i].articles);
            }
        }
        std::stable_sort(longer.begin(), longer.end(),
                         [](const Reading& a, const Reading& b) { return a.rank() < b.rank(); });
        longer.resize(std::min(longer.size(), most_readings));
        readings = std::move(longer);
    }
    return readings;
}

std::string Suggester::corrected(const Reading& reading) const {
    std::string result;
    std::size_t at = 0;
    for (std::size_t i = 0; i < doubted_.size(); ++i) {
        const Doubted& doubted = doubted_[i];
        const std::string& text = doubted.corrections[reading.chosen[i]].text;
        result += text_.substr(at, doubted.range.begin - at);
        result += doubted.is_value ? quoted(text, result) : text;
        at = doubted.range.end;
    }
    result += text_.substr(at);
    std::replace_if(result.begin(), result.end(), is_white, ' ');
    return result;
}

std::string Suggester::best(std::uint64_t found, const CountArticles& count) const {
    std::string best;
    double best_rank = std::numeric_limits<double>::max();
    for (const Reading& reading : readings_) {
        // With several words fewer articles have them together than each alone.
        if (reading.rank() >= best_rank) break;
        std::string text = corrected(reading);
        if (text.size() > query::longest_query) continue;
        const std::uint64_t articles = count(text);
        const double rank = rank_of(reading.cost, articles);
        if (articles <= found || rank >= best_rank) continue;
        best_rank = rank;
        best = std::move(text);
    }
    return best;
}

}  // namespace broadsheet
