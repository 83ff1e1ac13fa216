#include "indexer/check/check_copies.h"

#include "indexer/check/derived_file.h"
#include "indexer/copies/segment_copies.h"
#include "indexer/copies/words.h"
#include "schema/index/copies.h"
#include "schema/stored_article.h"
#include "schema/terms.h"

namespace broadsheet {

namespace {

// What is wrong with the file besides its checksums; empty if nothing is.
std::string wrong_with(const Copies& copies, const Xapian::Database& database) {
    for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
        if (*at > copies.last() || copies.stories()[*at] == 0)
            return "document " + std::to_string(*at) + " has no story";
    }
    try {
        merge_sketches({copies.sketches()}, [](std::size_t, const SketchEntry&) {});
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

bool is_usable(const Snapshot::Segment& segment, const ProblemSink& sink) {
    const auto copies = open_to_check<Copies>(segment.paths.copies(), segment.database.get_uuid(), sink);
    if (!copies) return false;
    const std::string wrong = wrong_with(*copies, segment.database);
    if (!wrong.empty()) sink("segment " + segment.entry.name + ": the copies are wrong: " + wrong);
    return wrong.empty();
}

// The words of all its articles, as they were when it was built; returns the numbers that are not in use.
std::vector<DocId> write_words(const Snapshot::Segment& segment, const AnalysisSettings& analysis,
                               const std::filesystem::path& place) {
    const Xapian::Database& database = segment.database;
    ArticleDecompressor decompressor;
    const std::string prefix(dictionary_key_prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
        decompressor.add_dictionary(database.get_metadata(*key));
    Analyser analyser(analysis);
    copies::WordCollector collector;
    copies::WordsWriter writer(place);
    std::vector<DocId> unused;
    DocId next = 1;
    for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
        for (; next < *at; ++next) {
            writer.add({});
            unused.push_back(next);
        }
        ++next;
        const Article article =
            decompressor.stored(database.get_document(*at, Xapian::DOC_ASSUME_VALID).get_data()).article;
        writer.add(collector.collect(analyser.analyse(article.title, article.body), analyser.vocabulary()));
    }
    writer.finish(database.get_uuid());
    return unused;
}

void make_anew(const Snapshot& snapshot, std::size_t number) {
    const Snapshot::Segment& segment = snapshot.segments()[number];
    const std::string uuid = segment.database.get_uuid();
    const std::filesystem::path words = segment.paths.words();
    const std::filesystem::path made = segment.paths.copies().string() + ".new";
    copies::FreshSegment fresh{segment.paths, uuid, {{words, uuid, 0}}, {}};
    fresh.left_out = write_words(segment, snapshot.manifest().analysis, words);
    std::vector<copies::PublishedSegment> others;
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const Snapshot::Segment& other = snapshot.segments()[i];
        if (i != number && !other.is_remote) others.push_back({other.paths, other.database, other.pending});
    }
    copies::write_new_copies(fresh, others, made, true);
    std::filesystem::remove(words);
    put_in_place(made, segment.paths.copies());
}

}  // namespace

void check_copies(const Snapshot& snapshot, bool repair, const ProblemSink& sink, CheckReport& report) {
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const Snapshot::Segment& segment = snapshot.segments()[i];
        if (segment.is_remote) continue;
        try {
            if (is_usable(segment, sink)) continue;
            ++report.problems;
            if (!repair) continue;
            make_anew(snapshot, i);
            ++report.repaired;
        } catch (const Error& error) {
            sink("segment " + segment.entry.name + ": its copies can not be found: " + error.what());
        } catch (const Xapian::DatabaseModifiedError&) {
            throw;
        } catch (const Xapian::Error& error) {
            sink("segment " + segment.entry.name + ": " + error.get_description());
        }
    }
}

}  // namespace broadsheet
