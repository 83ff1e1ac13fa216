#include "searcher/significance/significant_words.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "schema/analysis/analyser.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/rank/function_words.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_read_for_forms = 50;  // articles in which the way of writing a word is looked up
constexpr std::size_t longest_text = std::size_t{64} << 10;  // bytes of an article's text that are read

bool can_stand_out(std::string_view stem) {
    const bool is_number = stem.front() >= '0' && stem.front() <= '9';
    return stem.size() >= 3 && !is_number && !is_function_word(stem);
}

std::string_view beginning(std::string_view text) {
    return text.substr(0, longest_text);
}

class Words {
public:
    explicit Words(Snapshot& snapshot) : snapshot_(snapshot), analyser_(snapshot.manifest().analysis) {}

    void count(const std::vector<Location>& read) {
        for (const Location location : read) {
            const Article article = snapshot_.article(location);
            const AnalysedText& text = analyser_.analyse(article.title, beginning(article.body));
            for (const AnalysedText::Term& term : text.terms) {
                if (term.number >= articles_.size()) articles_.resize(term.number + 1);
                ++articles_[term.number];
            }
        }
    }

    // By G2, descending.
    std::vector<Significant> scored(std::size_t read, const std::vector<std::string>& left_out,
                                    std::size_t least) const {
        const Xapian::Database& database = snapshot_.database();
        std::vector<Significant> result;
        for (TermNumber number = 0; number < articles_.size(); ++number) {
            const std::string stem(analyser_.vocabulary().text(number));
            if (articles_[number] < least || !can_stand_out(stem)) continue;
            if (std::find(left_out.begin(), left_out.end(), stem) != left_out.end()) continue;
            const std::uint64_t having =
                std::max<std::uint64_t>(database.get_termfreq(stem), articles_[number]);
            const Occurrence occurrence{articles_[number], read, having, database.get_doccount()};
            const double score = log_likelihood(occurrence);
            if (score >= least_significant) result.push_back({stem, {}, occurrence, score});
        }
        std::sort(result.begin(), result.end(), [](const Significant& a, const Significant& b) {
            return a.score != b.score ? a.score > b.score : a.value < b.value;
        });
        return result;
    }

    // Turns stems into what is written for them most often.
    void write(const std::vector<Location>& read, std::vector<Significant>& words) {
        std::map<std::string, std::map<std::string, std::size_t>> forms;
        for (const Significant& word : words)
            forms[word.value];
        for (const Location location : sample(read, most_read_for_forms)) {
            const Article article = snapshot_.article(location);
            const AnalysedText& text = analyser_.analyse(article.title, beginning(article.body));
            std::size_t position = text.title_tokens;
            Tokenizer tokenizer(beginning(article.body));
            for (Token token; tokenizer.next(token) && position < text.tokens.size(); ++position) {
                const TermNumber number = text.terms[text.tokens[position]].number;
                const auto wanted = forms.find(std::string(analyser_.vocabulary().text(number)));
                if (wanted != forms.end())
                    ++wanted->second[article.body.substr(token.begin, token.end - token.begin)];
            }
        }
        for (Significant& word : words) {
            const std::map<std::string, std::size_t>& written = forms[word.value];
            const auto most =
                std::max_element(written.begin(), written.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            if (most != written.end()) word.value = most->first;
        }
    }

private:
    Snapshot& snapshot_;
    Analyser analyser_;
    std::vector<std::uint32_t> articles_;  // by the number of the stem
};

}  // namespace

std::vector<Location> sample(const std::vector<Location>& locations, std::size_t most) {
    if (locations.size() <= most) return locations;
    std::vector<Location> result;
    for (std::size_t i = 0; i < most; ++i)
        result.push_back(locations[i * locations.size() / most]);
    return result;
}

std::vector<Significant> significant_words(Snapshot& snapshot, const std::vector<Location>& read,
                                           const std::vector<std::string>& left_out, std::size_t least,
                                           std::size_t top) {
    Words words(snapshot);
    words.count(read);
    std::vector<Significant> result = words.scored(read.size(), left_out, least);
    result.resize(std::min(result.size(), top));
    words.write(read, result);
    return result;
}

}  // namespace broadsheet
