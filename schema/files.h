// Files that survive: whole-file reads, atomic replacement, durability of folders.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace broadsheet {

// The file's bytes. Throws Error (permission, machine); not_found when it is not there.
std::string read_file(const std::filesystem::path& path);

// Writes a temporary file beside `path`, syncs it, renames it to `path` and syncs the folder: after a crash
// at any instant the old or the new content is there, whole. Throws Error (disk_full, permission, machine).
void replace_file(const std::filesystem::path& path, std::string_view content);

// Makes what was written to an existing file, or the entries of a folder, survive a power failure.
void sync_path(const std::filesystem::path& path);

// The bytes of all files under `path` (a file or a folder); 0 when it is not there.
std::uintmax_t bytes_below(const std::filesystem::path& path);

}  // namespace broadsheet
