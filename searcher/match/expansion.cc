#include "searcher/match/expansion.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/query/word_pattern.h"
#include "searcher/query/word_reader.h"

namespace broadsheet {

namespace {

bool has_wildcard(const std::string& text) {
    return text.find_first_of("*?") != std::string::npos;
}

// Terms with a prefix begin with a capital letter; stems never do.
bool is_prefixed(const std::string& term) {
    return term[0] >= 'A' && term[0] <= 'Z';
}
constexpr const char* behind_prefixed = "[";

// A call for every stem of the index that begins with `prefix`.
template <typename Visit>
void for_each_stem(const Xapian::Database& database, const std::string& prefix, const Visit& visit) {
    const Xapian::TermIterator end = database.allterms_end(prefix);
    Xapian::TermIterator term = database.allterms_begin(prefix);
    while (term != end) {
        const std::string stem = *term;
        if (is_prefixed(stem)) {
            term.skip_to(behind_prefixed);
            continue;
        }
        visit(stem, term);
        ++term;
    }
}

}  // namespace

const ExpandedWord& TermExpander::expand(const query::Word& word) {
    const auto found =
        std::find_if(known_.begin(), known_.end(), [&](const auto& each) { return each.first == word; });
    if (found != known_.end()) return found->second;
    known_.emplace_back(word, look_up(word));
    const ExpandedWord& expanded = known_.back().second;
    if (expanded.found > expanded.stems.size()) {
        warnings_.push_back(
            fmt::format("{} stands for {} words, of which the {} most frequent were searched for",
                        query::to_text(word, true), expanded.found, expanded.stems.size()));
    }
    return expanded;
}

std::uint64_t TermExpander::frequency(const std::string& stem) const {
    return snapshot_ == nullptr ? database_.get_termfreq(stem) : snapshot_->frequency(stem);
}

ExpandedWord TermExpander::look_up(const query::Word& word) {
    const query::WordPattern pattern(word, stemmer_);
    ExpandedWord expanded;
    std::vector<ExpandedStem>& stems = expanded.stems;
    if (word.kind == query::Word::Kind::plain) {
        const std::string stem(pattern.prefix());
        stems.push_back({stem, frequency(stem), word.exact});
        expanded.found = 1;
        return expanded;
    }
    std::vector<std::string> doubtful_patterns;
    for (const std::string& doubtful : pattern.doubtful()) {
        if (has_wildcard(doubtful)) {
            doubtful_patterns.push_back(doubtful);
        } else if (database_.term_exists(doubtful)) {
            stems.push_back({doubtful, database_.get_termfreq(doubtful), true});
        }
    }
    for_each_stem(database_, std::string(pattern.prefix()),
                  [&](const std::string& stem, const Xapian::TermIterator& term) {
                      if (pattern.matches(stem)) {
                          stems.push_back({stem, term.get_termfreq(), word.exact});
                      } else if (std::any_of(doubtful_patterns.begin(), doubtful_patterns.end(),
                                             [&](const std::string& each) {
                                                 return query::matches_pattern(each, stem);
                                             })) {
                          stems.push_back({stem, term.get_termfreq(), true});
                      }
                  });
    expanded.found = stems.size();
    std::sort(stems.begin(), stems.end(), [](const ExpandedStem& a, const ExpandedStem& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
    });
    if (stems.size() > query::most_expanded) stems.resize(query::most_expanded);
    return expanded;
}

}  // namespace broadsheet
