#include "schema/error.h"

#include <xapian.h>

#include <cerrno>
#include <system_error>

namespace broadsheet {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return "usage";
        case ErrorCode::bad_query:
            return "bad_query";
        case ErrorCode::not_found:
            return "not_found";
        case ErrorCode::bad_source:
            return "bad_source";
        case ErrorCode::index_missing:
            return "index_missing";
        case ErrorCode::index_locked:
            return "index_locked";
        case ErrorCode::index_damaged:
            return "index_damaged";
        case ErrorCode::index_newer:
            return "index_newer";
        case ErrorCode::index_changed:
            return "index_changed";
        case ErrorCode::disk_full:
            return "disk_full";
        case ErrorCode::permission:
            return "permission";
        case ErrorCode::machine:
            return "machine";
    }
    return "machine";
}

int exit_status(ErrorCode code) {
    switch (code) {
        case ErrorCode::not_found:
            return 1;
        case ErrorCode::usage:
        case ErrorCode::bad_query:
        case ErrorCode::bad_source:
            return 2;
        case ErrorCode::index_missing:
        case ErrorCode::index_locked:
        case ErrorCode::index_damaged:
        case ErrorCode::index_newer:
        case ErrorCode::index_changed:
            return 3;
        case ErrorCode::disk_full:
        case ErrorCode::permission:
        case ErrorCode::machine:
            return 4;
    }
    return 4;
}

Error::Error(ErrorCode code, const std::string& message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

Error translated(const Xapian::Error& error, std::string_view where) {
    const std::string place(where);
    const std::string type = error.get_type();
    const std::string& message = error.get_msg();
    const char* system = error.get_error_string();
    const std::string reason = system != nullptr ? message + " (" + system + ")" : message;
    if (type == "DatabaseModifiedError") {
        return {ErrorCode::index_changed, place + " changed while it was being read", "repeat the command"};
    }
    if (type == "DatabaseNotFoundError") {
        return {ErrorCode::index_damaged, place + ": a segment's database is missing: " + reason,
                "run indexer check"};
    }
    if (type == "DatabaseLockError") return {ErrorCode::index_locked, place + " is locked: " + reason};
    if (type == "DatabaseVersionError") {
        return {ErrorCode::index_newer, place + " was written by another version of Xapian: " + reason};
    }
    // Where one failure led to another, the system's reason stands within the message.
    const auto reason_is = [&reason](int number) {
        return reason.find(std::system_category().message(number)) != std::string::npos;
    };
    if (reason_is(ENOSPC) || reason_is(EDQUOT)) {
        return {ErrorCode::disk_full, place + ": the disk is full",
                "free some space and run the command again"};
    }
    if (reason_is(EACCES)) return {ErrorCode::permission, place + ": " + reason};
    if (type == "DatabaseCorruptError" || type == "DatabaseError" || type == "DatabaseOpeningError" ||
        type == "DocNotFoundError" || type == "SerialisationError") {
        return {ErrorCode::index_damaged, place + " is damaged: " + reason, "run indexer check"};
    }
    return {ErrorCode::machine, place + ": " + type + ": " + reason};
}

Error system_error(int number, std::string_view what) {
    const std::string message =
        "can not " + std::string(what) + ": " + std::system_category().message(number);
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return {ErrorCode::disk_full, message, "free some space and run the command again"};
        case EACCES:
        case EPERM:
        case EROFS:
            return {ErrorCode::permission, message};
        case ENOENT:
            return {ErrorCode::not_found, message};
        default:
            return {ErrorCode::machine, message};
    }
}

}  // namespace broadsheet
