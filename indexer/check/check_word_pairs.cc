#include "indexer/check/check_word_pairs.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "indexer/check/derived_file.h"
#include "schema/index/positions.h"
#include "schema/index/postings.h"
#include "schema/index/word_pairs.h"

namespace broadsheet {

namespace {

bool have_same_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::ifstream one(a, std::ios::binary);
    std::ifstream other(b, std::ios::binary);
    using Bytes = std::istreambuf_iterator<char>;
    return one && other && std::equal(Bytes(one), Bytes(), Bytes(other), Bytes());
}

}  // namespace

void check_word_pairs(const Snapshot::Segment& segment, bool repair, const ProblemSink& sink,
                      CheckReport& report) {
    const std::filesystem::path path = segment.paths.word_pairs();
    const std::string uuid = segment.database.get_uuid();
    auto pairs = open_to_check<WordPairs>(path, uuid, sink);
    bool is_wrong = pairs == nullptr;
    if (pairs != nullptr && pairs->last() < segment.database.get_lastdocid()) {
        is_wrong = true;
        sink(path.string() + " ends before its database");
    }
    pairs.reset();
    if (repair) {
        const std::filesystem::path made = path.string() + ".new";
        write_word_pairs(Postings(segment.paths.postings(), uuid), Positions(segment.paths.positions(), uuid),
                         made, uuid, true);
        if (!is_wrong && !have_same_bytes(made, path)) {
            is_wrong = true;
            sink("segment " + segment.entry.name + ": the word pairs are wrong");
        }
        if (is_wrong) {
            put_in_place(made, path);
            ++report.repaired;
        } else {
            std::filesystem::remove(made);
        }
    }
    if (is_wrong) ++report.problems;
}

}  // namespace broadsheet
