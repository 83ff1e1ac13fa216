// What the checks of a segment's derived files share.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "indexer/check/check_index.h"
#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet {

// Opens a derived file; nothing, and a problem told, when it can not be used.
template <typename File>
std::unique_ptr<File> open_to_check(const std::filesystem::path& path, const std::string& uuid,
                                    const ProblemSink& sink) {
    try {
        auto file = std::make_unique<File>(path, uuid);
        file->verify();
        return file;
    } catch (const Error& error) {
        sink(error.what());
        return nullptr;
    }
}

// Puts a file that was made anew in its place.
inline void put_in_place(const std::filesystem::path& made, const std::filesystem::path& place) {
    std::filesystem::rename(made, place);
    sync_path(place.parent_path());
}

}  // namespace broadsheet
