// Which files an article is of that nothing but its file tells from others: boolean terms of its document.
// Several files can have the same one; when one of them changes, it stays as long as another has it.
#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet {

using FileTerms = std::set<std::string>;

// The term of the file with that path.
std::string file_term(std::string_view file);

// The terms of files that a document has.
FileTerms file_terms(const Xapian::Database& segment, DocId document);

// What is to change in articles, by their id terms, once they are published.
class FileChanges {
public:
    bool empty() const { return changes_.empty(); }

    void add(const std::string& article, const std::string& file) { changes_[article][file] = true; }
    void remove(const std::string& article, const std::string& file) { changes_[article][file] = false; }
    // The article's new document has the term from the beginning.
    void forget(const std::string& article, const std::string& file);

    // The files of an article that has those of `terms` so far.
    FileTerms changed(FileTerms terms, const std::string& article) const;

    // Changes the documents where they lie, and has nothing to change any more. If it is interrupted, what
    // is missing is only known again when the files are read again. Throws Error.
    void apply(const std::vector<SegmentPaths>& segments);

private:
    std::map<std::string, std::map<std::string, bool>> changes_;  // article, file: whether it has it
};

}  // namespace broadsheet
