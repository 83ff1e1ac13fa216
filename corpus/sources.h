// What users name as sources, as files.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/reader.h"

namespace broadsheet {

struct SourceFile {
    std::string path;    // empty: standard input
    std::string where;   // its name for messages
    std::string folder;  // the name of the folder that it lies in, when a folder was the source; else empty
    bool in_folder = false;
};

// A file that was found in a folder.
SourceFile file_in_folder(const std::string& path);

// Either returns false to stop.
struct SourceVisitor {
    std::function<bool(const SourceFile&)> file;
    std::function<bool(const Problem&)> problem;
};

// Throws Error(bad_source) when one of the sources does not exist: no such file or folder, a pattern that
// matches none.
void require_sources(const std::vector<std::string>& sources);

// Visits the files of the sources in their order: a file itself, all files below a folder in byte order of
// their paths, those that match a pattern (* ? [ in a name that is no file's) in byte order too, standard
// input for "-". In folders, hidden files and indexes are passed over, links are followed, and no folder is
// read twice. Returns false when stopped.
bool visit_sources(const std::vector<std::string>& sources, const SourceVisitor& visitor);

}  // namespace broadsheet
