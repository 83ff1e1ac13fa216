// The one error type of both programs.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace Xapian {
class Error;
}

namespace broadsheet {

enum class ErrorCode {
    usage,          // wrong arguments
    bad_query,      // a query that can not be answered
    not_found,      // one thing was asked for and is not there
    bad_source,     // a source can not be read at all
    index_missing,  // no index there
    index_locked,   // another process writes
    index_damaged,  // what is on disk contradicts itself
    index_newer,    // written by a later version
    index_changed,  // a reader's snapshot was overtaken by the writer: open again and repeat
    disk_full,
    permission,
    machine,  // any other failure of the system
};

// The code as JSON and HTTP answers spell it.
std::string_view name_of(ErrorCode code);

// 1 not found, 2 usage or query, 3 the index can not be used, 4 the machine failed.
int exit_status(ErrorCode code);

// what() is one sentence without a full stop: what went wrong and where. The hint says what to do about it
// and may be empty.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, std::string hint = {});

    ErrorCode code() const { return code_; }
    const std::string& hint() const { return hint_; }

private:
    ErrorCode code_;
    std::string hint_;
};

// The only translation of Xapian's exceptions. `where` names the index or segment.
Error translated(const Xapian::Error& error, std::string_view where);

// An Error for the system's error number `number` (errno) from doing `what` ("write news.idx/manifest.json").
Error system_error(int number, std::string_view what);

}  // namespace broadsheet
