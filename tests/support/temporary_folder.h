// A place for a test's files.
#pragma once

#include <filesystem>
#include <string_view>

namespace broadsheet::test {

// A folder of its own, in memory if possible (or where TMPDIR says), removed with everything in it on
// destruction.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

    // Writes a file of that name and returns its path.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

// Replaces the content of a file, as no program of ours would: in place and without care.
void overwrite(const std::filesystem::path& file, std::string_view content);

}  // namespace broadsheet::test
