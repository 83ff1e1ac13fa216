// The border of the library: nothing but its own error type and a lack of memory passes it.
#pragma once

#include <xapian.h>

#include <new>
#include <utility>

#include "broadsheet/searcher.h"
#include "schema/error.h"

namespace broadsheet::searcher {

// The library's form of an error of the engine.
Error as_library_error(const broadsheet::Error& error);

// What `work()` returns; its exceptions as Error.
template <typename Work>
auto guarded(Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const broadsheet::Error& error) {
        throw as_library_error(error);
    } catch (const Xapian::Error& error) {
        throw as_library_error(translated(error, "index"));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(ErrorCode::machine, error.what(), {});
    }
}

}  // namespace broadsheet::searcher
