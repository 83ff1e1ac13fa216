// Synonyms that a user gives: lines of words and phrases that say the same.
//
//     # a comment
//     car, automobile, motor car      each of them also finds the others
//     sanction => embargo, boycott    the left ones also find the right ones, but not the other way round
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/forms.h"

namespace broadsheet {

inline constexpr std::size_t largest_synonyms = 2u << 20;  // bytes of a file
inline constexpr std::size_t most_synonyms_of_line = 64;   // words and phrases
inline constexpr std::size_t most_words_of_synonym = 8;
inline constexpr std::size_t most_lines_of_synonyms = 50'000;

// The lines as words.
class SynonymLines {
public:
    // `name` stands in errors. Throws Error(usage) with the number of the first line that is none.
    SynonymLines(std::string_view content, const std::string& name);

    struct Line {
        std::vector<query::Words> from;  // what finds the others
        std::vector<query::Words> to;    // one way: what is found; empty: all of `from`
    };
    const std::vector<Line>& lines() const { return lines_; }

private:
    std::vector<Line> lines_;
};

// The lines by the stems of their words, so that a query's words are found in any form. Immutable. References
// the lines.
class SynonymTable {
public:
    SynonymTable(const SynonymLines& lines, const std::string& stemmer);

    // As query::FindForms has it, negations as well.
    query::OtherForms find(std::span<const query::Word> run) const;

private:
    std::string key_of(std::span<const query::Word> words) const;

    const SynonymLines& lines_;
    std::string stemmer_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;  // of each, the lines that begin so
    std::size_t longest_ = 0;                                             // words of a key
};

// Can be shared by threads.
class Synonyms {
public:
    explicit Synonyms(SynonymLines lines);

    // Of the words and which of them find which: the same for the same lines.
    std::uint64_t fingerprint() const { return fingerprint_; }

    // For the words of an index with this stemmer; made when it is first asked for. Valid as long as this.
    const SynonymTable& table(const std::string& stemmer) const;

private:
    SynonymLines lines_;
    std::uint64_t fingerprint_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<const SynonymTable>> tables_;  // by stemmer
};

// Throws Error when the file can not be read or is larger than largest_synonyms, and as SynonymLines.
std::shared_ptr<const Synonyms> read_synonyms(const std::filesystem::path& path);

}  // namespace broadsheet
