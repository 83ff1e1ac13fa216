#include "searcher/evaluate/topics.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "schema/error.h"
#include "schema/files.h"
#include "searcher/query/parser.h"

namespace broadsheet {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

class TopicReader {
public:
    TopicReader(std::string_view content, const std::string& name) : content_(content), name_(name) {}

    std::vector<Topic> run() {
        const std::string_view all = trimmed(content_);
        if (all.empty()) throw Error(ErrorCode::bad_source, name_ + ": no topics");
        if (all.front() == '<') {
            sections();
        } else {
            lines();
        }
        return std::move(topics_);
    }

private:
    [[noreturn]] void fail(std::size_t byte, std::string_view what) const {
        const auto line =
            std::count(content_.begin(), content_.begin() + static_cast<std::ptrdiff_t>(byte), '\n') + 1;
        throw Error(ErrorCode::bad_source, fmt::format("{}:{}: {}", name_, line, what),
                    "topics are lines of ID, a tab and the words, or TREC's <top> sections");
    }

    void add(std::size_t byte, std::string_view id, std::string_view text) {
        if (id.empty()) fail(byte, "a topic without an id");
        if (id.find_first_of(blanks) != std::string_view::npos) fail(byte, "white space in a topic's id");
        if (text.empty()) fail(byte, fmt::format("topic {} has no text", id));
        if (!ids_.emplace(id).second) fail(byte, fmt::format("topic {} is there twice", id));
        topics_.push_back({std::string(id), std::string(text)});
    }

    void lines() {
        for (std::size_t begin = 0; begin < content_.size();) {
            const std::size_t end = std::min(content_.find('\n', begin), content_.size());
            const std::string_view line = content_.substr(begin, end - begin);
            if (!trimmed(line).empty()) {
                const std::size_t tab = line.find('\t');
                if (tab == std::string_view::npos) fail(begin, "no tab behind the id");
                add(begin, trimmed(line.substr(0, tab)), trimmed(line.substr(tab + 1)));
            }
            begin = end + 1;
        }
    }

    void sections() {
        constexpr std::string_view opening = "<top>";
        std::size_t begin = content_.find(opening);
        while (begin != std::string_view::npos) {
            const std::size_t next = content_.find(opening, begin + opening.size());
            const std::string_view section = content_.substr(begin, next - begin);
            const std::string_view title = without(element(section, "<title>"), "Topic:");
            const std::string_view description = without(element(section, "<desc>"), "Description:");
            add(begin, without(element(section, "<num>"), "Number:"), title.empty() ? description : title);
            begin = next;
        }
        if (topics_.empty()) fail(0, "no <top> section");
    }

    // What stands behind a tag, up to the next one: TREC does not close its elements.
    static std::string_view element(std::string_view section, std::string_view tag) {
        const std::size_t begin = section.find(tag);
        if (begin == std::string_view::npos) return {};
        const std::string_view rest = section.substr(begin + tag.size());
        return trimmed(rest.substr(0, rest.find('<')));
    }

    static std::string_view without(std::string_view text, std::string_view label) {
        return text.starts_with(label) ? trimmed(text.substr(label.size())) : text;
    }

    std::string_view content_;
    const std::string& name_;
    std::vector<Topic> topics_;
    std::set<std::string, std::less<>> ids_;
};

}  // namespace

std::vector<Topic> parse_topics(std::string_view content, const std::string& name) {
    return TopicReader(content, name).run();
}

std::vector<Topic> read_topics(const std::filesystem::path& path) {
    return parse_topics(read_file(path), path.string());
}

std::string plain_query(const Topic& topic) {
    std::vector<std::string> words;
    Tokenizer tokenizer(topic.text);
    for (Token token; tokenizer.next(token);) {
        // Folded, so that AND and NOT are words.
        words.push_back(
            fold_token(std::string_view(topic.text).substr(token.begin, token.end - token.begin)));
    }
    if (words.size() > query::most_leaves) {
        std::set<std::string> seen;
        std::erase_if(words, [&](const std::string& word) { return !seen.insert(word).second; });
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), query::most_leaves); ++i) {
        if (text.size() + words[i].size() + 1 > query::longest_query) break;
        text += (i == 0 ? "" : " ") + words[i];
    }
    return text;
}

}  // namespace broadsheet
