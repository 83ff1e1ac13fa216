#include "indexer/article_revisions.h"

#include <set>
#include <utility>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/revision.h"
#include "schema/stored_article.h"

namespace broadsheet {

namespace {

void add_dictionaries(const Xapian::Database& database, ArticleDecompressor& decompressor) {
    const std::string prefix(dictionary_key_prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
        decompressor.add_dictionary(database.get_metadata(*key));
}

}  // namespace

void keep_revisions(const SegmentPaths& segment, const std::vector<ReplacedVersion>& versions,
                    std::int64_t now) {
    const std::filesystem::path path = segment.xapian();
    try {
        Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
        ArticleDecompressor decompressor;
        add_dictionaries(database, decompressor);
        std::set<const Xapian::Database*> others;
        for (const ReplacedVersion& each : versions) {
            if (each.segment != nullptr && others.insert(each.segment).second)
                add_dictionaries(*each.segment, decompressor);
        }
        for (const ReplacedVersion& each : versions) {
            const Xapian::Database& from = each.segment != nullptr ? *each.segment : database;
            const std::string replaced = from.get_document(each.earlier).get_data();
            Article earlier = decompressor.article(replaced);
            Xapian::Document document = database.get_document(each.later);
            const std::string data = document.get_data();
            Revisions revisions = stored_revisions(replaced);
            if (is_correction(earlier, decompressor.article(data)))
                add_revision(revisions, std::move(earlier), now);
            if (revisions.count == 0) continue;
            document.set_data(data + compress_revisions(revisions));
            document.add_value(revisions_slot,
                               Xapian::sortable_serialise(static_cast<double>(revisions.count)));
            database.replace_document(each.later, document);
        }
        database.commit();
        sync_path(path);
    } catch (const Xapian::Error& error) {
        throw translated(error, path.string());
    }
}

}  // namespace broadsheet
