#include <xapian.h>
#include <xxhash.h>

#include <memory>
#include <optional>
#include <sstream>

#include "indexer/check/check_index.h"
#include "indexer/check/check_names.h"
#include "indexer/check/check_postings.h"
#include "indexer/check/check_word_pairs.h"
#include "indexer/check/derived_file.h"
#include "indexer/document.h"
#include "schema/document_values.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/index/columns.h"
#include "schema/index/positions.h"
#include "schema/revision.h"

namespace broadsheet {

namespace {

// Goes through a segment once, compares what is derived with what Xapian holds, and writes it anew on the
// way.
class SegmentCheck {
public:
    SegmentCheck(const Snapshot::Segment& segment, const AnalysisSettings& analysis, const ProblemSink& sink,
                 CheckReport& report)
        : segment_(segment),
          uuid_(segment.database.get_uuid()),
          sink_(sink),
          report_(report),
          analyser_(analysis),
          columns_(open_to_check<Columns>(segment.paths.columns(), uuid_, sink)),
          positions_(open_to_check<Positions>(segment.paths.positions(), uuid_, sink)) {
        const std::string prefix(dictionary_key_prefix);
        const Xapian::Database& database = segment.database;
        for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
             ++key) {
            decompressor_.add_dictionary(database.get_metadata(*key));
        }
        columns_bad_ = columns_ == nullptr;
        positions_bad_ = positions_ == nullptr;
    }

    void run(bool repair) {
        check_database();
        const std::filesystem::path new_positions = segment_.paths.positions().string() + ".new";
        const std::filesystem::path new_columns = segment_.paths.columns().string() + ".new";
        {
            PositionsWriter writer(repair ? new_positions : std::filesystem::path("/dev/null"));
            ColumnsBuilder builder;
            go_through(writer, builder);
            if (columns_bad_) ++report_.problems;
            if (positions_bad_) ++report_.problems;
            if (!repair) return;
            writer.finish(uuid_, true);
            builder.write(new_columns, uuid_, true);
        }
        replace(columns_bad_, new_columns, segment_.paths.columns());
        replace(positions_bad_, new_positions, segment_.paths.positions());
    }

private:
    void problem(const std::string& what) {
        ++report_.problems;
        sink_("segment " + segment_.entry.name + ": " + what);
    }

    void check_database() {
        std::ostringstream messages;
        const std::string path = segment_.paths.xapian().string();
        if (Xapian::Database::check(path, 0, &messages) != 0) problem(path + ": " + messages.str());
    }

    void go_through(PositionsWriter& writer, ColumnsBuilder& builder) {
        DocId next = 1;
        const Xapian::Database& database = segment_.database;
        for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
            for (; next < *it; ++next) {
                writer.add({});
                builder.add({});
            }
            ++next;
            ++report_.articles;
            record_.clear();
            ColumnRow row;
            try {
                derive(*it, row);
                compare(*it, row);
            } catch (const Error& error) {
                problem("document " + std::to_string(*it) + ": " + error.what());
            } catch (const Xapian::DatabaseModifiedError&) {
                throw;
            } catch (const Xapian::Error& error) {
                problem("document " + std::to_string(*it) + ": " + error.get_description());
            }
            writer.add(record_);
            builder.add(row);
        }
    }

    // What the derived files should have of a document: `record_` and `row`.
    void derive(DocId document, ColumnRow& row) {
        const Xapian::Document stored = segment_.database.get_document(document, Xapian::DOC_ASSUME_VALID);
        const StoredArticle data = decompressor_.stored(stored.get_data());
        check_revisions(document, stored);
        const Article& article = data.article;
        const std::string bytes = serialise(article);
        if (stored.get_value(content_hash_slot) != pack_hash(XXH3_64bits(bytes.data(), bytes.size()))) {
            problem("document " + std::to_string(document) + ": the article does not match its hash");
        }
        check_annotation(document, data);
        const AnalysedText& text = analyser_.analyse(article.title, article.body);
        record_.clear();
        pack_positions(text, analyser_.vocabulary(), record_);
        row = make_row(article, segment_.database.get_doclength(document), stored_values(stored),
                       data.annotation, ids_of_terms(stored, FieldId::about));
    }

    // They can be read, and their number is the one that is counted by.
    void check_revisions(DocId document, const Xapian::Document& stored) {
        const std::uint64_t count = stored_revisions(stored.get_data()).count;
        const std::string value = stored.get_value(revisions_slot);
        const std::string expected =
            count == 0 ? std::string() : Xapian::sortable_serialise(static_cast<double>(count));
        if (value != expected)
            problem("document " + std::to_string(document) + ": the number of its revisions is wrong");
    }

    // Mentions stand in the text that they are of.
    void check_annotation(DocId document, const StoredArticle& stored) {
        for (const Entity& entity : stored.annotation) {
            for (const EntityMention& mention : entity.mentions) {
                const std::string& text = mention.in_title ? stored.article.title : stored.article.body;
                if (mention.end <= text.size()) continue;
                return problem("document " + std::to_string(document) + ": an entity is beyond the text");
            }
        }
    }

    // What is counted, which must be what is filtered by.
    std::vector<LabelledValue> stored_values(const Xapian::Document& document) {
        std::vector<LabelledValue> values;
        for (const Field& row : fields) {
            if (row.kind != FieldKind::facet) continue;
            const std::vector<ValueId> ids = unpack_ids(document.get_value(row.slot));
            if (ids != ids_of_terms(document, row.id)) {
                problem("document " + std::to_string(document.get_docid()) + ": its values of " +
                        std::string(row.name) + " are not those of its terms");
            }
            for (const ValueId id : ids)
                values.push_back({{row.id, id}, {}});
        }
        return values;
    }

    void compare(DocId document, const ColumnRow& row) {
        if (positions_ && (document > positions_->last() || positions_->record(document) != record_)) {
            found_wrong(positions_bad_, "the positions", document);
        }
        if (columns_ && (document > columns_->last() || !same(columns_->row(document), row))) {
            found_wrong(columns_bad_, "the columns", document);
        }
    }

    static bool same(const ColumnRow& a, const ColumnRow& b) {
        return a.length == b.length && a.date == b.date && a.values == b.values && a.levels == b.levels;
    }

    void found_wrong(bool& bad, const std::string& what, DocId document) {
        if (bad) return;  // once is enough: the whole file is written anew
        bad = true;
        sink_("segment " + segment_.entry.name + ": " + what + " are wrong from document " +
              std::to_string(document) + " on");
    }

    void replace(bool bad, const std::filesystem::path& made, const std::filesystem::path& place) {
        if (!bad) {
            std::filesystem::remove(made);
            return;
        }
        put_in_place(made, place);
        ++report_.repaired;
    }

    const Snapshot::Segment& segment_;
    const std::string uuid_;
    const ProblemSink& sink_;
    CheckReport& report_;
    Analyser analyser_;
    ArticleDecompressor decompressor_;
    std::unique_ptr<Columns> columns_;
    std::unique_ptr<Positions> positions_;
    bool columns_bad_ = false;
    bool positions_bad_ = false;
    std::string record_;
};

}  // namespace

void check_segment(const Snapshot::Segment& segment, const AnalysisSettings& analysis, bool repair,
                   const ProblemSink& sink, CheckReport& report) {
    try {
        SegmentCheck(segment, analysis, sink, report).run(repair);
        check_names(segment, repair, sink, report);
        check_postings(segment, repair, sink, report);
        check_word_pairs(segment, repair, sink, report);
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        ++report.problems;
        sink("segment " + segment.entry.name + ": " + error.get_description());
    }
}

}  // namespace broadsheet
