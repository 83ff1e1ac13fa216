#include "indexer/segment_deletion.h"

#include <xapian.h>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet {

std::uint64_t delete_documents(const SegmentPaths& segment, const std::vector<DocId>& documents) {
    const std::filesystem::path path = segment.xapian();
    try {
        Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
        for (const DocId document : documents) {
            try {
                database.delete_document(document);
            } catch (const Xapian::DocNotFoundError&) {
                // A writer that was killed had done this one.
            }
        }
        database.commit();
        sync_path(path);
        return database.get_doccount();
    } catch (const Xapian::Error& error) {
        throw translated(error, path.string());
    }
}

}  // namespace broadsheet
