#include "tests/support/naive_language.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "schema/analysis/vocabulary.h"

namespace broadsheet::test {

namespace {

using query::Proximity;
using query::Word;
using SpanSet = std::set<std::pair<std::size_t, std::size_t>>;

std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min(
                {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

bool fits(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == '*')
        return fits(pattern.substr(1), text) || (!text.empty() && fits(pattern, text.substr(1)));
    return !text.empty() && (pattern[0] == '?' || pattern[0] == text[0]) &&
           fits(pattern.substr(1), text.substr(1));
}

bool has_letters(const NaiveToken& token, query::Letters letters) {
    std::string written = token.written;
    if (written.ends_with("'s")) written.resize(written.size() - 2);
    const bool capital = std::any_of(written.begin(), written.end(), [](char c) { return std::isupper(c); });
    const bool small = std::any_of(written.begin(), written.end(), [](char c) { return std::islower(c); });
    switch (letters) {
        case query::Letters::some_capital:
            return capital;
        case query::Letters::all_capital:
            return capital && !small;
        case query::Letters::no_capital:
            return !capital;
        default:
            return true;
    }
}

bool is(const Word& word, const std::string& stem, const NaiveToken& token) {
    if (word.kind == Word::Kind::any) return true;
    if (!has_letters(token, word.letters)) return false;
    switch (word.kind) {
        case Word::Kind::pattern:
            return fits(word.folded, token.folded) || (!word.exact && fits(word.folded, token.stem));
        case Word::Kind::fuzzy:
            return stem[0] == token.stem[0] && distance(stem, token.stem) <= word.edits;
        default:
            return word.exact ? word.folded == token.folded : stem == token.stem;
    }
}

bool in_zone(const NaiveToken& token, query::Zone zone) {
    const bool lead = !token.in_title && token.sentence_of_text < query::lead_sentences;
    switch (zone) {
        case query::Zone::title:
            return token.in_title;
        case query::Zone::lead:
            return lead;
        case query::Zone::title_or_lead:
            return lead || token.in_title;
        default:
            return true;
    }
}

bool near(const Proximity& proximity, std::pair<std::size_t, std::size_t> left,
          std::pair<std::size_t, std::size_t> right, const std::vector<NaiveToken>& tokens) {
    if (left == right) return false;
    const bool overlap = left.first <= right.second && right.first <= left.second;
    if (overlap) return proximity.negative;
    const bool in_order = left.second < right.first;
    if (proximity.ordered && !in_order) return false;
    const auto every = [&](auto same) {
        for (std::size_t i = left.first; i <= left.second; ++i) {
            for (std::size_t j = right.first; j <= right.second; ++j) {
                if (!same(tokens[i], tokens[j])) return false;
            }
        }
        return true;
    };
    switch (proximity.unit) {
        case Proximity::Unit::sentence:
            return every([](const NaiveToken& a, const NaiveToken& b) { return a.sentence == b.sentence; });
        case Proximity::Unit::paragraph:
            return every([](const NaiveToken& a, const NaiveToken& b) { return a.paragraph == b.paragraph; });
        default:
            return (in_order ? right.first - left.second : left.first - right.second) <= proximity.words &&
                   tokens[left.first].in_title == tokens[right.first].in_title;
    }
}

SpanSet text_spans(const query::Text& text, const std::vector<NaiveToken>& tokens) {
    std::vector<std::string> stems;
    for (const Word& word : text.words)
        stems.push_back(stem_of(word.token, "en"));
    SpanSet found;
    for (std::size_t first = 0; first + text.words.size() <= tokens.size(); ++first) {
        bool all = true;
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            const NaiveToken& token = tokens[first + i];
            all = all && is(text.words[i], stems[i], token) && in_zone(token, text.zone) &&
                  token.paragraph == tokens[first].paragraph;
        }
        if (all) found.emplace(first, first + text.words.size() - 1);
    }
    return found;
}

// The most that do not overlap, by trying the shortest reach first.
std::size_t count_apart(const NaiveSpans& spans) {
    std::size_t count = 0;
    std::size_t free_from = 0;
    for (std::size_t end = 0; end < 1000; ++end) {
        for (const auto& [first, last] : spans) {
            if (last != end || first < free_from) continue;
            ++count;
            free_from = end + 1;
            break;
        }
    }
    return count;
}

}  // namespace

std::vector<NaiveToken> naive_tokens(const Article& article) {
    std::vector<NaiveToken> tokens;
    for (const bool title : {true, false}) {
        const std::string& text = title ? article.title : article.body;
        const std::size_t sentences = tokens.empty() ? 0 : tokens.back().sentence + 1;
        const std::size_t paragraphs = tokens.empty() ? 0 : 1;
        Tokenizer tokenizer(text);
        for (Token token; tokenizer.next(token);) {
            NaiveToken seen;
            seen.written = text.substr(token.begin, token.end - token.begin);
            seen.folded = fold_token(seen.written);
            seen.stem = stem_of(seen.written, "en");
            seen.in_title = title;
            seen.sentence = title ? 0 : sentences + token.sentence;
            seen.paragraph = title ? 0 : paragraphs + token.paragraph;
            seen.sentence_of_text = token.sentence;
            tokens.push_back(std::move(seen));
        }
    }
    return tokens;
}

NaiveSpans naive_spans(const query::Node& node, const std::vector<NaiveToken>& tokens, bool left_only) {
    SpanSet found;
    if (const auto* text = std::get_if<query::Text>(&node.is)) {
        found = text_spans(*text, tokens);
    } else if (const auto* any = std::get_if<query::Any>(&node.is)) {
        for (const query::Node& part : any->parts) {
            for (const auto& span : naive_spans(part, tokens))
                found.insert(span);
        }
    } else if (const auto* times = std::get_if<query::AtLeast>(&node.is)) {
        const NaiveSpans counted = naive_spans(times->part.front(), tokens, true);
        if (count_apart(counted) >= times->times) {
            for (const auto& span : naive_spans(times->part.front(), tokens))
                found.insert(span);
        }
    } else if (const auto* distant = std::get_if<query::Distance>(&node.is)) {
        const Proximity& proximity = distant->proximity;
        const NaiveSpans lefts = naive_spans(distant->sides.front(), tokens);
        const NaiveSpans rights = naive_spans(distant->sides.back(), tokens);
        for (const auto& left : lefts) {
            bool any_near = false;
            for (const auto& right : rights) {
                if (!near(proximity, left, right, tokens)) continue;
                any_near = true;
                if (!proximity.negative && !left_only) found.insert(right);
            }
            if (any_near != proximity.negative) found.insert(left);
        }
    }
    return {found.begin(), found.end()};
}

}  // namespace broadsheet::test
