#include "corpus/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "schema/error.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t watched = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK;

bool is_passed_over(std::string_view name) {
    constexpr std::array<std::string_view, 4> unfinished{".part", ".partial", ".tmp", "~"};
    return name.starts_with('.') || std::any_of(unfinished.begin(), unfinished.end(),
                                                [&](std::string_view end) { return name.ends_with(end); });
}

// One of our own indexes.
bool is_index(const fs::path& folder) {
    std::error_code none;
    return fs::exists(folder / "manifest.json", none) && fs::is_directory(folder / "segments", none);
}

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::string>& folders) : descriptor_(-1) {
    for (const std::string& folder : folders) {
        std::error_code none;
        if (!fs::is_directory(folder, none)) {
            throw Error(ErrorCode::bad_source, "can not watch " + folder + ": not a folder",
                        "name the folder that it comes to");
        }
        std::string bare = folder;
        while (bare.size() > 1 && bare.back() == '/')
            bare.pop_back();
        roots_.push_back(std::move(bare));
    }
    descriptor_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor_ < 0) throw system_error(errno, "watch folders");
    try {
        for (const std::string& root : roots_)
            watch(root, false);
    } catch (...) {
        ::close(descriptor_);
        throw;
    }
}

FolderWatch::~FolderWatch() {
    ::close(descriptor_);
}

// Watches the folder and what is below. `tell_files`: those that are there already count as having come.
void FolderWatch::watch(const std::string& folder, bool tell_files) {
    if (is_index(folder)) return;
    const int number = ::inotify_add_watch(descriptor_, folder.c_str(), watched);
    if (number < 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return;  // gone again, or not for us
        if (errno != ENOSPC) throw system_error(errno, "watch " + folder);
        throw Error(ErrorCode::machine, "can not watch " + folder + ": the system allows no more watches",
                    "raise fs.inotify.max_user_watches");
    }
    folders_.insert_or_assign(number, folder);  // known already where the folder was renamed
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code none;
        if (is_passed_over(entry->path().filename().string())) continue;
        if (!entry->is_directory(none)) {
            if (tell_files) came_.insert(entry->path());
        } else if (!entry->is_symlink(none)) {
            watch(entry->path(), tell_files);
        }
    }
}

bool FolderWatch::inside_index(const std::string& path) const {
    for (fs::path folder = fs::path(path).parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (is_index(folder)) return true;
        if (std::find(roots_.begin(), roots_.end(), folder.string()) != roots_.end()) break;
    }
    return false;
}

bool FolderWatch::has_events(std::chrono::milliseconds longest) const {
    pollfd poll{descriptor_, POLLIN, 0};
    return ::poll(&poll, 1, static_cast<int>(longest.count())) > 0;
}

void FolderWatch::take_events() {
    alignas(inotify_event) std::array<char, 1 << 16> buffer;
    for (;;) {
        const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
        if (size <= 0) return;
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* const text = buffer.data() + at + sizeof event;
            const std::string name(text, ::strnlen(text, event.len));
            at += sizeof event + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0) {
                // Something came that we were not told of: everything may have.
                for (const std::string& root : roots_)
                    watch(root, true);
                continue;
            }
            if ((event.mask & IN_IGNORED) != 0) folders_.erase(event.wd);
            const auto folder = folders_.find(event.wd);
            if (folder == folders_.end() || name.empty() || is_passed_over(name)) continue;
            const std::string path = folder->second + "/" + name;
            if (inside_index(path)) continue;
            if ((event.mask & IN_ISDIR) != 0) {
                watch(path, true);
            } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
                came_.insert(path);
            }
        }
    }
}

std::vector<SourceFile> FolderWatch::wait(std::chrono::milliseconds longest) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds quiet{50};
    constexpr std::chrono::milliseconds most{1000};
    if (has_events(longest)) {
        const Clock::time_point end = Clock::now() + most;
        do {
            take_events();
        } while (Clock::now() < end && has_events(quiet));
    }
    std::vector<SourceFile> files;
    for (const std::string& path : came_) {
        std::error_code none;
        if (fs::is_regular_file(path, none)) files.push_back(file_in_folder(path));
    }
    came_.clear();
    return files;
}

}  // namespace broadsheet
