#include "searcher/highlight/fragment.h"

#include <algorithm>
#include <array>

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

// Where brackets and quotes begin that open right before `end` and not before `floor`, in text without
// blanks.
std::size_t begin_of_openings(std::string_view text, std::size_t floor, std::size_t end) {
    constexpr std::array<std::string_view, 9> openings{"「", "『", "（", "《", "〈", "【", "“", "‘", "("};
    for (;;) {
        const auto* const found = std::find_if(
            openings.begin(), openings.end(),
            [&](std::string_view opening) { return text.substr(floor, end - floor).ends_with(opening); });
        if (found == openings.end()) return end;
        end -= found->size();
    }
}

// Between two sentences, what stands before the blank belongs to the first and what stands behind it to the
// second. Where there is none, as in Chinese, only what opens something belongs to the second.
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
        if (i > 0 && begin == floor) begin = begin_of_openings(text, floor, tokens[i].begin);
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
                    const std::vector<PatternMatch>& matches, const std::vector<double>& weights,
                    std::size_t characters)
        : tokens_(tokens), matches_(matches), weights_(weights), sentences_(sentences_of(text, tokens)) {
        const auto all = static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
        bytes_ = all == 0 ? characters : characters * text.size() / all;
    }

    std::vector<Fragment> choose(std::size_t most) {
        if (sentences_.empty()) return {};
        if (matches_.empty()) return {from_sentence(0, true)};
        const Covered nothing(weights_.size());
        const Fragment single = best(nothing, {});
        const double all = weigh(matches_.begin(), matches_.end(), nothing).distinct;
        const double of_single = weigh(single, nothing).distinct;
        if (most < 2 || of_single + rounding >= all) return {single};

        bytes_ /= 2;
        Covered covered = nothing;
        std::vector<Fragment> several;
        double together = 0;
        while (several.size() < most) {
            const Fragment next = best(covered, several);
            const double gain = weigh(next, covered).distinct;
            if (gain < rounding || overlaps(next, several)) break;
            together += gain;
            cover(next, covered);
            several.push_back(next);
        }
        if (together < of_single + rounding) return {single};
        std::sort(several.begin(), several.end(),
                  [](const Fragment& a, const Fragment& b) { return a.begin < b.begin; });
        return several;
    }

private:
    static constexpr double rounding = 1e-9;
    using Covered = std::vector<bool>;  // by pattern

    struct Weight {
        double distinct = 0;
        std::size_t matches = 0;

        bool operator<(const Weight& other) const {
            if (distinct + rounding < other.distinct) return true;
            return distinct < other.distinct + rounding && matches < other.matches;
        }
    };

    static bool overlaps(const Fragment& fragment, const std::vector<Fragment>& others) {
        return std::any_of(others.begin(), others.end(), [&](const Fragment& other) {
            return fragment.begin < other.end && other.begin < fragment.end;
        });
    }

    // The one that adds most to what is covered and lies apart from `others`.
    Fragment best(const Covered& covered, const std::vector<Fragment>& others) const {
        Fragment best = from_sentence(0, false);
        Weight best_weight = overlaps(best, others) ? Weight{} : weigh(best, covered);
        std::size_t sentence = 0;
        for (const PatternMatch& match : matches_) {
            if (match.first <= sentences_[sentence].last_token) continue;
            while (sentences_[sentence].last_token < match.first)
                ++sentence;
            const Fragment fragment = from_sentence(sentence, false);
            const Weight weight = weigh(fragment, covered);
            if (best_weight < weight && !overlaps(fragment, others)) {
                best = fragment;
                best_weight = weight;
            }
        }
        return best;
    }

    void cover(const Fragment& fragment, Covered& covered) const {
        const auto [begin, end] = matches_in(fragment);
        for (auto match = begin; match != end; ++match)
            covered[match->pattern] = true;
    }

    // A sentence and as many of its neighbours as fit, those behind it first.
    Fragment from_sentence(std::size_t index, bool in_paragraph) const {
        const Sentence& sentence = sentences_[index];
        // A little too long is better than cut.
        if (sentence.end - sentence.begin > bytes_ + bytes_ / 4) return part_of(sentence);
        const auto joins = [&](const Sentence& other) {
            return !in_paragraph ||
                   tokens_[other.first_token].paragraph == tokens_[sentence.first_token].paragraph;
        };
        std::size_t first = index;
        std::size_t last = index;
        while (last + 1 < sentences_.size() && sentences_[last + 1].end - sentence.begin <= bytes_ &&
               joins(sentences_[last + 1]))
            ++last;
        while (first > 0 && sentences_[last].end - sentences_[first - 1].begin <= bytes_ &&
               joins(sentences_[first - 1]))
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
            const Weight weight = weigh(from, to + 1, Covered(weights_.size()));
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

    // Of the patterns that are not covered yet.
    Weight weigh(MatchIterator begin, MatchIterator end, const Covered& covered) const {
        Covered seen = covered;
        Weight weight;
        for (auto match = begin; match != end; ++match) {
            ++weight.matches;
            if (seen[match->pattern]) continue;
            seen[match->pattern] = true;
            weight.distinct += weights_[match->pattern];
        }
        return weight;
    }

    std::pair<MatchIterator, MatchIterator> matches_in(const Fragment& fragment) const {
        const auto starts_before = [](const TextToken& token, std::size_t byte) {
            return token.begin < byte;
        };
        const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), fragment.begin, starts_before);
        const auto last = std::lower_bound(first, tokens_.end(), fragment.end, starts_before);
        if (first == last) return {matches_.end(), matches_.end()};
        return matches_between(static_cast<std::size_t>(first - tokens_.begin()),
                               static_cast<std::size_t>(last - tokens_.begin()) - 1);
    }

    Weight weigh(const Fragment& fragment, const Covered& covered) const {
        const auto [begin, end] = matches_in(fragment);
        return weigh(begin, end, covered);
    }

    const std::vector<TextToken>& tokens_;
    const std::vector<PatternMatch>& matches_;
    const std::vector<double>& weights_;
    std::vector<Sentence> sentences_;
    std::size_t bytes_;
};

}  // namespace

std::vector<Fragment> best_fragments(std::string_view text, const std::vector<TextToken>& tokens,
                                     const std::vector<PatternMatch>& matches,
                                     const std::vector<double>& weights, std::size_t characters,
                                     std::size_t most) {
    return FragmentChooser(text, tokens, matches, weights, characters).choose(most);
}

}  // namespace broadsheet
