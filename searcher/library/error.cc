#include "searcher/library/guard.h"

namespace broadsheet::searcher {

namespace {

ErrorCode code_of(broadsheet::ErrorCode code) {
    switch (code) {
        case broadsheet::ErrorCode::usage:
            return ErrorCode::usage;
        case broadsheet::ErrorCode::bad_query:
            return ErrorCode::bad_query;
        case broadsheet::ErrorCode::not_found:
            return ErrorCode::not_found;
        case broadsheet::ErrorCode::index_missing:
            return ErrorCode::index_missing;
        case broadsheet::ErrorCode::index_damaged:
            return ErrorCode::index_damaged;
        case broadsheet::ErrorCode::index_newer:
            return ErrorCode::index_newer;
        case broadsheet::ErrorCode::permission:
            return ErrorCode::permission;
        default:
            return ErrorCode::machine;
    }
}

}  // namespace

Error::Error(ErrorCode code, const std::string& message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

Error::~Error() = default;

Error as_library_error(const broadsheet::Error& error) {
    return {code_of(error.code()), error.what(), error.hint()};
}

}  // namespace broadsheet::searcher
