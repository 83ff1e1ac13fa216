// Folders whose files come and change while the program runs.
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/sources.h"

namespace broadsheet {

// Watches folders and all folders below them, also those that come later, but follows no links to folders.
// It sees what the system tells of: changes that another machine makes to a mounted folder are not among it.
class FolderWatch {
public:
    // Throws Error(bad_source) for what is no folder, Error(machine) where the system's limits do not allow
    // so many watches.
    explicit FolderWatch(const std::vector<std::string>& folders);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    // The files that were written and closed, or moved to the folders, since the last call: each once, in
    // byte order, and only those that are still there. Waits for the first at most `longest`, and then a
    // moment for those that come with it. Hidden files, indexes, and files under a name that says that they
    // are not whole yet (.part, .tmp, ~) are passed over.
    std::vector<SourceFile> wait(std::chrono::milliseconds longest);

private:
    void watch(const std::string& folder, bool tell_files);
    bool inside_index(const std::string& path) const;
    void take_events();
    bool has_events(std::chrono::milliseconds longest) const;

    int descriptor_;
    std::vector<std::string> roots_;
    std::map<int, std::string> folders_;  // by the system's number of the watch
    std::set<std::string> came_;          // paths of files
};

}  // namespace broadsheet
