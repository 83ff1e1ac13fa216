#include "searcher/highlight/fragment.h"

#include <algorithm>

namespace broadsheet {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

struct Sentence {
    std::size_t begin;  // bytes, with the punctuation around it
    std::size_t end;
    std::size_t first_token;
    std::size_t last_token;
};

// Between two sentences, what stands before the blank belongs to the first and what stands behind it to the
// second.
std::vector<Sentence> sentences_of(std::string_view text, const std::vector<TextToken>& tokens) {
    std::vector<Sentence> sentences;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0 && tokens[i].sentence == tokens[i - 1].sentence &&
            tokens[i].paragraph == tokens[i - 1].paragraph) {
            sentences.back().last_token = i;
            continue;
        }
        std::size_t begin = tokens[i].begin;
        const std::size_t floor = i == 0 ? 0 : tokens[i - 1].end;
        while (begin > floor && !is_blank(text[begin - 1]))
            --begin;
        if (i > 0) {
            std::size_t end = begin;
            while (end > floor && is_blank(text[end - 1]))
                --end;
            sentences.back().end = end;
        }
        sentences.push_back({begin, text.size(), i, i});
    }
    if (!sentences.empty()) {
        while (sentences.back().end > tokens.back().end && is_blank(text[sentences.back().end - 1])) {
            --sentences.back().end;
        }
    }
    return sentences;
}

class FragmentChooser {
public:
    FragmentChooser(std::string_view text, const std::vector<TextToken>& tokens,
                    const std::vector<PatternMatch>& matches, const Patterns& patterns,
                    std::size_t characters)
        : tokens_(tokens), matches_(matches), patterns_(patterns), sentences_(sentences_of(text, tokens)) {
        const auto all = static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
        bytes_ = all == 0 ? characters : characters * text.size() / all;
    }

    Fragment choose() const {
        if (sentences_.empty()) return {};
        Fragment best = from_sentence(0);
        Weight best_weight = weigh(best);
        std::size_t sentence = 0;
        for (const PatternMatch& match : matches_) {
            if (match.first <= sentences_[sentence].last_token) continue;
            while (sentences_[sentence].last_token < match.first)
                ++sentence;
            const Fragment fragment = from_sentence(sentence);
            const Weight weight = weigh(fragment);
            if (best_weight < weight) {
                best = fragment;
                best_weight = weight;
            }
        }
        return best;
    }

private:
    struct Weight {
        double distinct = 0;
        std::size_t matches = 0;

        bool operator<(const Weight& other) const {
            constexpr double rounding = 1e-9;
            if (distinct + rounding < other.distinct) return true;
            return distinct < other.distinct + rounding && matches < other.matches;
        }
    };

    // A sentence and as many of its neighbours as fit, those behind it first.
    Fragment from_sentence(std::size_t index) const {
        const Sentence& sentence = sentences_[index];
        // A little too long is better than cut.
        if (sentence.end - sentence.begin > bytes_ + bytes_ / 4) return part_of(sentence);
        std::size_t first = index;
        std::size_t last = index;
        while (last + 1 < sentences_.size() && sentences_[last + 1].end - sentence.begin <= bytes_)
            ++last;
        while (first > 0 && sentences_[last].end - sentences_[first - 1].begin <= bytes_)
            --first;
        return {sentences_[first].begin, sentences_[last].end, false, false};
    }

    // The part of a long sentence around the matches that weigh most, filled up evenly on both sides.
    Fragment part_of(const Sentence& sentence) const {
        std::size_t first = sentence.first_token;
        std::size_t last = sentence.first_token;
        Weight best;
        const auto [begin, end] = matches_between(sentence.first_token, sentence.last_token);
        for (auto from = begin; from != end; ++from) {
            auto to = from;
            while (to + 1 != end && tokens_[(to + 1)->last].end - tokens_[from->first].begin <= bytes_)
                ++to;
            const Weight weight = weigh(from, to + 1);
            if (best < weight) {
                best = weight;
                first = from->first;
                last = std::min(to->last, sentence.last_token);
            }
        }
        const auto length = [&] { return tokens_[last].end - tokens_[first].begin; };
        bool grew = true;
        while (grew) {
            grew = false;
            if (first > sentence.first_token &&
                length() + (tokens_[first].begin - tokens_[first - 1].begin) <= bytes_) {
                --first;
                grew = true;
            }
            if (last < sentence.last_token &&
                length() + (tokens_[last + 1].end - tokens_[last].end) <= bytes_) {
                ++last;
                grew = true;
            }
        }
        const bool cut_before = first > sentence.first_token;
        const bool cut_after = last < sentence.last_token;
        return {cut_before ? tokens_[first].begin : sentence.begin,
                cut_after ? tokens_[last].end : sentence.end, cut_before, cut_after};
    }

    using MatchIterator = std::vector<PatternMatch>::const_iterator;

    std::pair<MatchIterator, MatchIterator> matches_between(std::size_t first_token,
                                                            std::size_t last_token) const {
        const auto before = [](const PatternMatch& match, std::size_t token) { return match.first < token; };
        return {std::lower_bound(matches_.begin(), matches_.end(), first_token, before),
                std::lower_bound(matches_.begin(), matches_.end(), last_token + 1, before)};
    }

    Weight weigh(MatchIterator begin, MatchIterator end) const {
        std::vector<bool> seen(patterns_.size());
        Weight weight;
        for (auto match = begin; match != end; ++match) {
            ++weight.matches;
            if (seen[match->pattern]) continue;
            seen[match->pattern] = true;
            weight.distinct += patterns_.weight(match->pattern);
        }
        return weight;
    }

    Weight weigh(const Fragment& fragment) const {
        const auto starts_before = [](const TextToken& token, std::size_t byte) {
            return token.begin < byte;
        };
        const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), fragment.begin, starts_before);
        const auto last = std::lower_bound(first, tokens_.end(), fragment.end, starts_before);
        if (first == last) return {};
        const auto [begin, end] = matches_between(static_cast<std::size_t>(first - tokens_.begin()),
                                                  static_cast<std::size_t>(last - tokens_.begin()) - 1);
        return weigh(begin, end);
    }

    const std::vector<TextToken>& tokens_;
    const std::vector<PatternMatch>& matches_;
    const Patterns& patterns_;
    std::vector<Sentence> sentences_;
    std::size_t bytes_;
};

}  // namespace

Fragment best_fragment(std::string_view text, const std::vector<TextToken>& tokens,
                       const std::vector<PatternMatch>& matches, const Patterns& patterns,
                       std::size_t characters) {
    return FragmentChooser(text, tokens, matches, patterns, characters).choose();
}

}  // namespace broadsheet
