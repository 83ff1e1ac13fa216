#include <algorithm>
#include <string>
#include <vector>

#include "schema/bytes.h"
#include "schema/index/positions.h"
#include "schema/index/postings.h"
#include "schema/index/word_neighbours.h"
#include "schema/index/word_pairs.h"
#include "schema/index/word_pairs_layout.h"

namespace broadsheet {

namespace {

constexpr std::uint32_t frequent_share = 256;  // one article in so many
constexpr std::size_t most_words = 4096;
constexpr std::size_t most_lists = 0xfffe;
constexpr std::uint32_t sampled_articles = 4096;  // more or less
constexpr std::uint32_t bits_of_pair = 8;         // of the table, for each that stands in an article

std::uint32_t least_of_frequent(const Postings& postings) {
    return std::max(least_packed_postings, postings.articles() / frequent_share);
}

// Terms with a prefix are not in the text.
bool is_stem(std::string_view term) {
    return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

std::vector<NeighbourWord> frequent_words(const Postings& postings) {
    const std::uint32_t least = least_of_frequent(postings);
    std::vector<NeighbourWord> words;
    for (std::size_t i = 0; i < postings.terms(); ++i) {
        if (!is_stem(postings.term(i))) continue;
        const PackedList list = postings.list(i);
        if (list.postings() >= least) words.push_back({stem_hash(postings.term(i)), list});
    }
    if (words.size() > most_words) {
        std::nth_element(words.begin(), words.begin() + most_words, words.end(),
                         [](const NeighbourWord& a, const NeighbourWord& b) {
                             return a.articles.postings() > b.articles.postings();
                         });
        words.erase(words.begin() + most_words, words.end());
    }
    std::sort(words.begin(), words.end(),
              [](const NeighbourWord& a, const NeighbourWord& b) { return a.hash < b.hash; });
    return words;
}

// Documents that are added in ascending order; a byte each, most often.
class GrowingList {
public:
    void add(DocId document) {
        if (document == last_) return;
        put_varint(gaps_, document - last_);
        last_ = document;
    }

    void read(std::vector<DocId>& documents) const {
        documents.clear();
        ByteReader reader(gaps_, "word pairs");
        DocId document = 0;
        while (!reader.at_end())
            documents.push_back(document += static_cast<DocId>(reader.varint()));
    }

private:
    std::string gaps_;
    DocId last_ = 0;
};

}  // namespace

class WordPairsWriter {
public:
    WordPairsWriter(const Postings& postings, const Positions& positions)
        : postings_(postings),
          positions_(positions),
          words_(frequent_words(postings)),
          list_of_(words_.size() * words_.size(), 0) {}

    void run(const std::filesystem::path& path, const std::string& database_uuid, bool sync) {
        choose_lists();
        SectionFileWriter file(path);
        file.begin_section("table");
        WordNeighbours neighbours(positions_, words_);
        for (DocId base = 0; base <= postings_.last(); base += WordPairs::window)
            write_window(base, neighbours, file);
        write_lists(file);
        file.begin_section("windows");
        file.write(std::span<const WordPairs::Rows>(windows_));
        file.begin_section("words");
        for (const NeighbourWord& word : words_)
            file.write(std::span<const std::uint64_t>(&word.hash, 1));
        file.begin_section("about");
        const DocId last = postings_.last();
        file.write(std::span<const DocId>(&last, 1));
        file.finish(database_uuid, WordPairs::version, sync);
    }

private:
    struct TableEntry {
        std::uint32_t at;
        WordPairs::Pair pair;
    };

    std::uint16_t& list_of(WordPairs::Pair pair) {
        return list_of_[(pair >> 16) * words_.size() + (pair & 0xffff)];
    }

    // Some of the articles tell which pairs are frequent. Which ones get a list is a matter of size and speed
    // only.
    void choose_lists() {
        const std::uint32_t step = std::max(4u, postings_.articles() / sampled_articles);
        const std::uint32_t least = std::max(2u, least_of_frequent(postings_) / step);
        std::vector<WordPairs::Pair> chosen;
        WordNeighbours neighbours(positions_, words_);
        for (DocId base = 0; base <= postings_.last(); base += WordPairs::window) {
            neighbours.for_each(base, step, [&](DocId, const std::vector<WordPairs::Pair>& pairs) {
                for (const WordPairs::Pair pair : pairs) {
                    std::uint16_t& count = list_of(pair);
                    if (count < least && ++count == least) chosen.push_back(pair);
                }
            });
        }
        std::fill(list_of_.begin(), list_of_.end(), std::uint16_t{0});
        std::sort(chosen.begin(), chosen.end());
        chosen.resize(std::min(chosen.size(), most_lists));
        for (std::size_t i = 0; i < chosen.size(); ++i)
            list_of(chosen[i]) = static_cast<std::uint16_t>(i + 1);
        chosen_ = std::move(chosen);
        lists_.resize(chosen_.size());
    }

    void write_window(DocId base, WordNeighbours& neighbours, SectionFileWriter& file) {
        entries_.clear();
        std::uint32_t articles = 0;
        neighbours.for_each(base, 1, [&](DocId document, const std::vector<WordPairs::Pair>& pairs) {
            ++articles;
            for (const WordPairs::Pair pair : pairs) {
                if (const std::uint16_t list = list_of(pair); list > 0) {
                    lists_[list - 1].add(document);
                } else {
                    entries_.push_back({document - base, pair});
                }
            }
        });
        const auto bits = static_cast<std::uint32_t>(entries_.size() * bits_of_pair);
        const std::uint32_t rows = articles == 0 ? 0 : (bits + articles - 1) / articles;
        const std::uint32_t documents = std::min(WordPairs::window, postings_.last() - base + 1);
        const std::uint32_t words = (documents + 63) / 64;
        windows_.push_back({written_, rows, words});
        table_.assign(std::size_t{rows} * words, 0);
        for (const TableEntry& entry : entries_) {
            for (const std::uint32_t row : word_pairs_layout::rows_of(entry.pair, rows))
                table_[std::size_t{row} * words + entry.at / 64] |= std::uint64_t{1} << entry.at % 64;
        }
        file.write(std::span<const std::uint64_t>(table_));
        written_ += table_.size();
    }

    void write_lists(SectionFileWriter& file) {
        PackedListsWriter writer(file);
        std::vector<DocId> documents;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            lists_[i].read(documents);
            const std::vector<std::uint32_t> once(documents.size(), 1);
            if (!documents.empty()) writer.add(documents, once, chosen_[i]);
        }
        writer.finish();
    }

    const Postings& postings_;
    const Positions& positions_;
    std::vector<NeighbourWord> words_;
    std::vector<std::uint16_t> list_of_;  // by pair: number of its list and one; 0 for none
    std::vector<WordPairs::Pair> chosen_;
    std::vector<GrowingList> lists_;  // of the chosen
    std::vector<WordPairs::Rows> windows_;
    std::uint64_t written_ = 0;
    std::vector<TableEntry> entries_;  // of a window
    std::vector<std::uint64_t> table_;
};

void write_word_pairs(const Postings& postings, const Positions& positions, const std::filesystem::path& path,
                      const std::string& database_uuid, bool sync) {
    WordPairsWriter(postings, positions).run(path, database_uuid, sync);
}

}  // namespace broadsheet
