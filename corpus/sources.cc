#include "corpus/sources.h"

#include <dirent.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "corpus/charset.h"
#include "corpus/normalise.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

constexpr int deepest_folder = 200;

bool status_of(const std::string& path, struct stat& status) {
    return ::stat(path.c_str(), &status) == 0;
}

bool is_there(const std::string& path) {
    struct stat status = {};
    return status_of(path, status);
}

// A name for messages: whatever bytes it has, it must not steer a terminal.
std::string shown(std::string_view path) {
    std::string storage;
    return normalise_line(as_utf8(path, storage));
}

bool is_pattern(const std::string& source) {
    return source.find_first_of("*?[") != std::string::npos && !is_there(source);
}

std::vector<std::string> matches_of(const std::string& pattern) {
    glob_t found = {};
    const std::unique_ptr<glob_t, void (*)(glob_t*)> free_at_end(&found, ::globfree);
    std::vector<std::string> paths;
    if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) {
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

// The names in a folder, those of folders with a slash at the end, so that sorting them sorts the paths
// below.
struct Listing {
    std::vector<std::string> names;
    int error = 0;
};

Listing list(const std::string& folder) {
    Listing listing;
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), ::closedir);
    if (!stream) {
        listing.error = errno;
        return listing;
    }
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(stream.get());
        if (entry == nullptr) break;
        std::string name = static_cast<const char*>(entry->d_name);
        if (name.starts_with('.')) continue;
        struct stat status = {};
        if (status_of(std::filesystem::path(folder) / name, status) && S_ISDIR(status.st_mode)) name += '/';
        listing.names.push_back(std::move(name));
    }
    listing.error = errno;
    std::sort(listing.names.begin(), listing.names.end());
    return listing;
}

// One of our own indexes: its files are no collection.
bool is_index(const Listing& listing) {
    const auto has = [&](std::string_view name) {
        return std::binary_search(listing.names.begin(), listing.names.end(), name);
    };
    return has("manifest.json") && has("segments/");
}

class Walk {
public:
    explicit Walk(const SourceVisitor& visitor) : visitor_(visitor) {}

    bool source(const std::string& source);

private:
    bool path(const std::string& path);
    bool folder(const std::string& path, const struct stat& status, int depth);
    bool entry(const std::string& folder, std::string name, int depth);
    bool problem(const std::string& path, std::string what) {
        return visitor_.problem({shown(path), std::move(what)});
    }

    const SourceVisitor& visitor_;
    std::set<std::pair<dev_t, ino_t>> seen_;  // folders
};

bool Walk::source(const std::string& source) {
    if (source == "-") return visitor_.file({"", "standard input", "", false});
    if (!is_pattern(source)) return path(source);
    const std::vector<std::string> matches = matches_of(source);
    return std::all_of(matches.begin(), matches.end(),
                       [this](const std::string& match) { return path(match); });
}

bool Walk::path(const std::string& path) {
    struct stat status = {};
    if (!status_of(path, status)) return problem(path, "can not be opened: no longer there");
    if (!S_ISDIR(status.st_mode)) return visitor_.file({path, shown(path), "", false});
    seen_.clear();
    std::string bare = path;
    while (bare.size() > 1 && bare.back() == '/')
        bare.pop_back();
    return folder(bare, status, 0);
}

bool Walk::folder(const std::string& path, const struct stat& status, int depth) {
    // Links can lead here again and again.
    if (!seen_.insert({status.st_dev, status.st_ino}).second) return true;
    if (depth > deepest_folder) return problem(path, "folders are nested too deeply");
    const Listing listing = list(path);
    if (listing.error != 0) {
        const bool forbidden = listing.error == EACCES;
        if (!problem(path, forbidden
                               ? "can not be read: permission denied"
                               : "can not be read: " + std::generic_category().message(listing.error))) {
            return false;
        }
    }
    if (is_index(listing)) return depth > 0 || problem(path, "not a collection: an index");
    if (depth == 0 && listing.names.empty() && listing.error == 0) return problem(path, "empty folder");
    return std::all_of(listing.names.begin(), listing.names.end(),
                       [&](const std::string& name) { return entry(path, name, depth); });
}

bool Walk::entry(const std::string& folder, std::string name, int depth) {
    if (name.back() == '/') name.pop_back();
    const std::string path = folder == "/" ? folder + name : folder + "/" + name;
    struct stat status = {};
    if (!status_of(path, status)) {
        const bool forbidden = errno == EACCES;
        return problem(path, forbidden ? "can not be opened: permission denied"
                                       : "can not be opened: a link that leads nowhere");
    }
    if (S_ISDIR(status.st_mode)) return this->folder(path, status, depth + 1);
    if (!S_ISREG(status.st_mode)) return problem(path, "not a regular file");
    return visitor_.file(file_in_folder(path));
}

}  // namespace

SourceFile file_in_folder(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().filename().string();
    const bool named = folder != "." && folder != "..";
    return {path, shown(path), named ? shown(folder) : std::string{}, true};
}

void require_sources(const std::vector<std::string>& sources) {
    for (const std::string& source : sources) {
        if (source == "-") continue;
        if (source.empty()) throw Error(ErrorCode::bad_source, "a source has no name");
        if (is_there(source)) continue;
        const int error = errno;
        if (is_pattern(source)) {
            if (!matches_of(source).empty()) continue;
            throw Error(ErrorCode::bad_source, "no file matches " + shown(source));
        }
        if (error == EACCES)
            throw Error(ErrorCode::bad_source,
                        "source " + shown(source) + " can not be reached: permission denied");
        throw Error(ErrorCode::bad_source, "source " + shown(source) + " does not exist",
                    "name a file, a folder, a pattern, or - for standard input");
    }
}

bool visit_sources(const std::vector<std::string>& sources, const SourceVisitor& visitor) {
    Walk walk(visitor);
    return std::all_of(sources.begin(), sources.end(),
                       [&](const std::string& source) { return walk.source(source); });
}

}  // namespace broadsheet
