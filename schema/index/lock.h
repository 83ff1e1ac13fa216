// One writer at a time.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace broadsheet {

// Held from construction to destruction; the system releases it when the process dies.
class WriterLock {
public:
    // `command` is told to those who wait ("indexer add"). Throws Error(index_locked) that names the holder
    // when it is not free within `wait`.
    WriterLock(const std::filesystem::path& file, const std::string& command, std::chrono::milliseconds wait);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    int descriptor_;
};

}  // namespace broadsheet
