// The part of IndexWriter that finds what an article replaces: an earlier version, or what else was in its
// file. Articles and files are told by their terms.
#include "indexer/document.h"
#include "indexer/index_writer.h"
#include "schema/terms.h"

namespace broadsheet {

namespace {

// What keeping in mind that an article is of a file counts for towards publishing.
constexpr std::size_t bytes_of_file = 256;

// Every article has one.
std::string id_term_of(const Xapian::Database& database, DocId document) {
    auto terms = database.termlist_begin(document);
    terms.skip_to(id_term({}));
    return terms == database.termlist_end(document) ? std::string() : *terms;
}

}  // namespace

// Decides about the other articles that were in the file; true where one of them is to be deleted.
bool IndexWriter::replace_of_file(const std::string& own, const std::string& file) {
    std::set<std::string> others;
    for (const Xapian::Database& database : databases_) {
        for (auto it = database.postlist_begin(file); it != database.postlist_end(file); ++it)
            others.insert(id_term_of(database, *it));
    }
    if (const auto before = batch_files_.find(file); before != batch_files_.end()) {
        others.insert(before->second);
        if (before->second != own) batch_files_.erase(before);
    }
    others.erase(own);
    bool found = false;
    for (const std::string& other : others)
        found = leave_file(other, file) || found;
    return found;
}

// The article is no longer in that file. Decides that it is to be deleted unless it is in others; true where
// it is.
bool IndexWriter::leave_file(const std::string& article, const std::string& file) {
    file_changes_.remove(article, file);
    if (const auto entry = batch_.find(key_of(article)); entry != batch_.end()) {
        if (!file_changes_.changed({entry->second.file}, article).empty()) return false;
        superseded_.push_back(entry->second.number);
        replacements_.push_back({next_number_, std::nullopt, entry->second.number});
        batch_.erase(entry);
        return true;
    }
    bool found = false;
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        std::set<DocId>& deleted = deletions_[manifest_.segments[i].name];
        for (auto it = databases_[i].postlist_begin(article); it != databases_[i].postlist_end(article);
             ++it) {
            if (deleted.contains(*it)) continue;
            if (!file_changes_.changed(file_terms(databases_[i], *it), article).empty()) continue;
            deleted.insert(*it);
            replacements_.push_back({next_number_, i, *it});
            found = true;
        }
    }
    return found;
}

// An article that came in this batch before. Where files tell articles apart, it is of both.
AddOutcome IndexWriter::replace_in_batch(InBatch& known, const std::string& article,
                                         std::uint64_t content_hash, const std::string& file) {
    const bool is_same = known.content_hash == content_hash;
    if (!file.empty() && !known.file.empty() && known.file != file) {
        file_changes_.add(article, is_same ? file : known.file);
        batch_files_.insert_or_assign(file, article);
        batch_bytes_ += bytes_of_file;
    }
    if (is_same) return AddOutcome::duplicate;
    superseded_.push_back(known.number);
    replacements_.push_back({next_number_, std::nullopt, known.number});
    known = {next_number_, content_hash, file};
    return AddOutcome::updated;
}

// Decides whether the index has the article, and if so in another version, that this version is to be
// deleted.
AddOutcome IndexWriter::replace_published(const std::string& article, std::uint64_t content_hash,
                                          const std::string& file) {
    AddOutcome outcome = AddOutcome::added;
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        std::set<DocId>& deleted = deletions_[manifest_.segments[i].name];
        for (auto it = databases_[i].postlist_begin(article); it != databases_[i].postlist_end(article);
             ++it) {
            if (deleted.contains(*it)) continue;
            FileTerms files;
            if (!file.empty()) files = file_changes_.changed(file_terms(databases_[i], *it), article);
            const std::string stored =
                databases_[i].get_document(*it, Xapian::DOC_ASSUME_VALID).get_value(content_hash_slot);
            if (stored == pack_hash(content_hash)) {
                // What also comes from elsewhere does not go when a file changes.
                if (!files.empty() && !files.contains(file)) {
                    file_changes_.add(article, file);
                    batch_files_.insert_or_assign(file, article);
                    batch_bytes_ += bytes_of_file;
                }
                return AddOutcome::unchanged;
            }
            for (const std::string& other : files) {
                if (other != file) file_changes_.add(article, other);
            }
            deleted.insert(*it);
            replacements_.push_back({next_number_, i, *it});
            outcome = AddOutcome::updated;
        }
    }
    return outcome;
}

}  // namespace broadsheet
