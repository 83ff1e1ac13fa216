#include "indexer/article_files.h"

#include <xxhash.h>

#include <utility>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/terms.h"

namespace broadsheet {

namespace {

constexpr std::string_view prefix = "XFILE:";

// Whether there was something to change.
bool change(Xapian::WritableDatabase& database, DocId number, const FileTerms& present,
            const FileTerms& wanted) {
    if (present == wanted) return false;
    Xapian::Document document = database.get_document(number);
    for (const std::string& term : present) {
        if (!wanted.contains(term)) document.remove_term(term);
    }
    for (const std::string& term : wanted)
        document.add_boolean_term(term);
    database.replace_document(number, document);
    return true;
}

}  // namespace

std::string file_term(std::string_view file) {
    const XXH128_hash_t hash = XXH3_128bits(file.data(), file.size());
    return std::string(prefix) + to_text(hash.high64) + to_text(hash.low64);
}

FileTerms file_terms(const Xapian::Database& segment, DocId document) {
    FileTerms found;
    auto term = segment.termlist_begin(document);
    term.skip_to(std::string(prefix));
    for (; term != segment.termlist_end(document) && (*term).starts_with(prefix); ++term)
        found.insert(*term);
    return found;
}

void FileChanges::forget(const std::string& article, const std::string& file) {
    const auto known = changes_.find(article);
    if (known == changes_.end()) return;
    known->second.erase(file);
    if (known->second.empty()) changes_.erase(known);
}

FileTerms FileChanges::changed(FileTerms terms, const std::string& article) const {
    const auto known = changes_.find(article);
    if (known == changes_.end()) return terms;
    for (const auto& [file, present] : known->second) {
        if (present) {
            terms.insert(file);
        } else {
            terms.erase(file);
        }
    }
    return terms;
}

void FileChanges::apply(const std::vector<SegmentPaths>& segments) {
    if (changes_.empty()) return;
    for (const SegmentPaths& segment : segments) {
        const std::filesystem::path path = segment.xapian();
        try {
            Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
            bool any = false;
            for (const auto& [article, ignored] : changes_) {
                const std::vector<DocId> documents(database.postlist_begin(article),
                                                   database.postlist_end(article));
                for (const DocId document : documents) {
                    const FileTerms present = file_terms(database, document);
                    any = change(database, document, present, changed(present, article)) || any;
                }
            }
            if (!any) continue;
            database.commit();
            sync_path(path);
        } catch (const Xapian::Error& error) {
            throw translated(error, path.string());
        }
    }
    changes_.clear();
}

}  // namespace broadsheet
