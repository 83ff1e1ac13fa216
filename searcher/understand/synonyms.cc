#include "searcher/understand/synonyms.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "schema/analysis/vocabulary.h"
#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet {

namespace {

constexpr std::string_view blanks = " \t\r\f\v";
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// The text before the next `separator`, which is taken off `rest` with it.
std::string_view cut(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

class LineReader {
public:
    LineReader(const std::string& name, std::size_t number) : name_(name), number_(number) {}

    SynonymLines::Line read(std::string_view text) const {
        constexpr std::string_view arrow = "=>";
        const std::size_t at = text.find(arrow);
        SynonymLines::Line line;
        line.from = side(text.substr(0, at));
        if (at != std::string_view::npos) {
            const std::string_view right = text.substr(at + arrow.size());
            if (right.find(arrow) != std::string_view::npos) reject("has more than one =>");
            line.to = side(right);
        } else if (line.from.size() < 2) {
            reject("has only one word or phrase");
        }
        return line;
    }

    [[noreturn]] void reject(const std::string& why) const {
        throw Error(ErrorCode::usage, fmt::format("{}:{} {}", name_, number_, why),
                    "a line of synonyms is WORD, WORD, ... or WORD => WORD, ...; # begins a comment");
    }

private:
    std::vector<query::Words> side(std::string_view text) const {
        std::vector<query::Words> result;
        for (bool more = true; more;) {
            more = text.find(',') != std::string_view::npos;
            result.push_back(words(cut(text, ',')));
            if (result.size() > most_synonyms_of_line)
                reject(fmt::format("has more than {} words and phrases", most_synonyms_of_line));
        }
        return result;
    }

    query::Words words(std::string_view text) const {
        query::Words result;
        Tokenizer tokenizer(text);
        for (Token token; tokenizer.next(token);) {
            if (result.size() == most_words_of_synonym)
                reject(fmt::format("has a phrase of more than {} words", most_words_of_synonym));
            query::Word word;
            word.token = text.substr(token.begin, token.end - token.begin);
            word.folded = fold_token(word.token);
            result.push_back(std::move(word));
        }
        if (result.empty()) reject("has nothing to search for between its commas");
        return result;
    }

    const std::string& name_;
    std::size_t number_;
};

}  // namespace

SynonymLines::SynonymLines(std::string_view content, const std::string& name) {
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    for (std::size_t number = 1; !content.empty(); ++number) {
        const std::string_view line = trimmed(cut(content, '\n'));
        if (line.empty() || line.front() == '#') continue;
        const LineReader reader(name, number);
        if (lines_.size() == most_lines_of_synonyms)
            reader.reject(fmt::format("is one too many: at most {} are read", most_lines_of_synonyms));
        lines_.push_back(reader.read(line));
    }
}

SynonymTable::SynonymTable(const SynonymLines& lines, const std::string& stemmer)
    : lines_(lines), stemmer_(stemmer) {
    for (std::uint32_t i = 0; i < lines.lines().size(); ++i) {
        for (const query::Words& words : lines.lines()[i].from) {
            std::vector<std::uint32_t>& known = by_key_[key_of(words)];
            if (known.empty() || known.back() != i) known.push_back(i);
            longest_ = std::max(longest_, words.size());
        }
    }
}

query::OtherForms SynonymTable::find(std::span<const query::Word> run) const {
    query::OtherForms other;
    for (std::size_t count = std::min(run.size(), longest_); count > 0; --count) {
        const std::string typed = key_of(run.first(count));
        const auto found = by_key_.find(typed);
        if (found == by_key_.end()) continue;
        std::vector<std::string> keys{typed};
        for (const std::uint32_t i : found->second) {
            const SynonymLines::Line& line = lines_.lines()[i];
            for (const query::Words& words : line.to.empty() ? line.from : line.to) {
                std::string key = key_of(words);
                if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
                if (other.forms.size() + 1 == query::most_forms) break;
                keys.push_back(std::move(key));
                other.forms.push_back(words);
            }
        }
        if (other.forms.empty()) continue;
        other.count = count;
        other.alike = query::Alike::synonyms;
        return other;
    }
    return other;
}

std::string SynonymTable::key_of(std::span<const query::Word> words) const {
    std::string key;
    for (const query::Word& word : words) {
        if (!key.empty()) key += ' ';
        key += stem_of(word.token, stemmer_);
    }
    return key;
}

Synonyms::Synonyms(SynonymLines lines) : lines_(std::move(lines)) {
    std::string text;
    const auto add = [&](const std::vector<query::Words>& phrases) {
        for (const query::Words& words : phrases) {
            for (const query::Word& word : words)
                text += word.folded + ' ';
            text += ',';
        }
        text += '>';
    };
    for (const SynonymLines::Line& line : lines_.lines()) {
        add(line.from);
        add(line.to);
    }
    fingerprint_ = stem_hash(text);
}

const SynonymTable& Synonyms::table(const std::string& stemmer) const {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<const SynonymTable>& table = tables_[stemmer];
    if (table == nullptr) table = std::make_unique<const SynonymTable>(lines_, stemmer);
    return *table;
}

std::shared_ptr<const Synonyms> read_synonyms(const std::filesystem::path& path) {
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(path, failure);  // fails for what is no plain file
    if (failure) throw system_error(failure.value(), "read " + path.string());
    if (size > largest_synonyms) {
        throw Error(ErrorCode::usage,
                    fmt::format("{} is larger than {} MB", path.string(), largest_synonyms >> 20),
                    "synonyms of millions are a thesaurus of another kind: keep those that are searched for");
    }
    return std::make_shared<const Synonyms>(SynonymLines(read_file(path), path.string()));
}

}  // namespace broadsheet
