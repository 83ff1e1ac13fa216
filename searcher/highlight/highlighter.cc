#include "searcher/highlight/highlighter.h"

#include <algorithm>

#include "searcher/highlight/fragment.h"

namespace broadsheet {

namespace {

// A fragment is not worth reading more of a very long article than this.
constexpr std::size_t most_bytes = 1u << 20;

constexpr std::string_view ellipsis = "…";

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

// The bytes of the matches; overlapping ones are one.
std::vector<query::Range> ranges(const std::vector<TextToken>& tokens,
                                 const std::vector<PatternMatch>& matches) {
    std::vector<query::Range> result;
    for (const PatternMatch& match : matches) {
        const query::Range range{tokens[match.first].begin, tokens[match.last].end};
        if (!result.empty() && range.begin < result.back().end) {
            result.back().end = std::max(result.back().end, range.end);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

void append(const std::vector<PatternMatch>& more, std::vector<PatternMatch>& matches) {
    if (more.empty()) return;
    matches.insert(matches.end(), more.begin(), more.end());
    put_in_order(matches);
}

// A stretch of the text on one line, with the marks that are wholly inside.
MarkedText excerpt(std::string_view text, const Fragment& fragment, const std::vector<query::Range>& marks) {
    MarkedText result;
    if (fragment.cut_before) result.text.append(ellipsis) += ' ';
    auto mark = std::find_if(marks.begin(), marks.end(),
                             [&](const query::Range& each) { return each.begin >= fragment.begin; });
    const auto here = [&] { return static_cast<std::uint32_t>(result.text.size()); };
    bool open = false;
    for (std::size_t i = fragment.begin; i < fragment.end; ++i) {
        if (mark != marks.end() && i == mark->begin && mark->end <= fragment.end) {
            result.marks.push_back({here(), here()});
            open = true;
        }
        if (!is_blank(text[i])) {
            result.text += text[i];
        } else if (!result.text.empty() && result.text.back() != ' ') {
            result.text += ' ';
        }
        if (open && i + 1 == mark->end) {
            result.marks.back().end = here();
            ++mark;
            open = false;
        }
    }
    if (fragment.cut_after) (result.text += ' ') += ellipsis;
    return result;
}

// The beginning of the text, at most `size` bytes, not inside a word or a character.
std::string_view beginning(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && !is_blank(text[size]))
        --size;
    return text.substr(0, size);
}

}  // namespace

Highlighter::Highlighter(const query::Node& root, TermExpander& expander, const AnalysisSettings& analysis,
                         const std::function<double(const std::string& stem)>& weight,
                         EntityPatterns entities)
    : patterns_(root, expander, analysis, weight), entities_(std::move(entities)) {
    for (std::size_t i = 0; i < patterns_.size(); ++i)
        weights_.push_back(patterns_.weight(i));
    for (const WantedEntity& each : entities_.wanted())
        weights_.push_back(each.weight);
}

Highlights Highlighter::show(std::string_view title, std::string_view body, const Annotation& annotation,
                             std::string_view record, std::size_t characters) {
    const std::size_t whole = body.size();
    body = beginning(body, most_bytes);
    const std::vector<TextToken> title_tokens = text_tokens(title);
    const std::vector<TextToken> tokens = text_tokens(body);
    if (!record.empty()) {
        const ArticlePositions positions(record);
        const bool fits = body.size() == whole && positions.title_size() == title_tokens.size() &&
                          positions.size() == title_tokens.size() + tokens.size();
        if (!fits) record = {};
    }
    FoundMatches found = patterns_.find(title, body, record);
    const FoundMatches named = entities_.find(annotation, title_tokens, tokens, patterns_.size());
    append(named.title, found.title);
    append(named.body, found.body);
    Highlights result;
    result.title = {std::string(title), ranges(title_tokens, found.title)};
    const std::vector<query::Range> marks = ranges(tokens, found.body);
    for (const Fragment& fragment :
         best_fragments(body, tokens, found.body, weights_, characters, most_fragments)) {
        result.fragments.push_back(excerpt(body, fragment, marks));
    }
    return result;
}

MarkedText joined(const std::vector<MarkedText>& fragments) {
    MarkedText result;
    for (const MarkedText& fragment : fragments) {
        const std::string leading = std::string(ellipsis) + ' ';
        std::size_t skipped = 0;
        if (!result.text.empty()) {
            if (result.text.ends_with(ellipsis)) {
                result.text += ' ';
                if (fragment.text.starts_with(leading)) skipped = leading.size();
            } else {
                result.text += fragment.text.starts_with(leading) ? " " : " … ";
            }
        }
        const auto moved = [&](std::uint32_t at) {
            return static_cast<std::uint32_t>(result.text.size() + at - skipped);
        };
        for (const query::Range& mark : fragment.marks)
            result.marks.push_back({moved(mark.begin), moved(mark.end)});
        result.text.append(fragment.text, skipped);
    }
    return result;
}

}  // namespace broadsheet
