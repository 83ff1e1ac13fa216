#include "indexer/check/check_postings.h"

#include <xapian.h>

#include <vector>

#include "indexer/check/derived_file.h"
#include "schema/error.h"
#include "schema/index/postings.h"

namespace broadsheet {

namespace {

struct Posting {
    DocId document;
    std::uint32_t occurrences;
    friend bool operator==(const Posting&, const Posting&) = default;
};

class PostingsCheck {
public:
    PostingsCheck(const Xapian::Database& database, const Postings& postings)
        : database_(database), postings_(postings), live_(std::size_t{database.get_lastdocid()} + 1) {
        for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at)
            live_[*at] = true;
    }

    // The first term whose list is wrong; empty if there is none.
    std::string first_wrong() {
        if (postings_.last() != database_.get_lastdocid()) return "the number of documents";
        for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
            const auto list = postings_.find(*term);
            if (!list && term.get_termfreq() < least_packed_postings) continue;
            if (!list || unpacked(*list) != stored(*term)) return *term;
        }
        return {};
    }

private:
    // Without documents that were deleted since they were packed.
    std::vector<Posting> unpacked(const PackedList& list) const {
        std::vector<Posting> result;
        std::array<DocId, PackedList::block_size> documents{};
        std::array<std::uint32_t, PackedList::block_size> occurrences{};
        for (std::size_t block = 0; block < list.blocks(); ++block) {
            const std::size_t count = list.documents(block, documents);
            list.occurrences(block, occurrences);
            for (std::size_t i = 0; i < count; ++i) {
                if (live_[documents[i]]) result.push_back({documents[i], occurrences[i]});
            }
        }
        return result;
    }

    std::vector<Posting> stored(const std::string& term) const {
        std::vector<Posting> result;
        for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at)
            result.push_back({*at, at.get_wdf()});
        return result;
    }

    const Xapian::Database& database_;
    const Postings& postings_;
    std::vector<bool> live_;
};

}  // namespace

void check_postings(const Snapshot::Segment& segment, bool repair, const ProblemSink& sink,
                    CheckReport& report) {
    const std::filesystem::path path = segment.paths.postings();
    const auto postings = open_to_check<Postings>(path, segment.database.get_uuid(), sink);
    if (postings) {
        std::string wrong;
        try {
            wrong = PostingsCheck(segment.database, *postings).first_wrong();
        } catch (const Error& error) {
            wrong = error.what();
        }
        if (wrong.empty()) return;
        sink("segment " + segment.entry.name + ": the packed postings are wrong: " + wrong);
    }
    ++report.problems;
    if (!repair) return;
    const std::filesystem::path made = path.string() + ".new";
    write_postings(segment.database, made, true);
    put_in_place(made, path);
    ++report.repaired;
}

}  // namespace broadsheet
