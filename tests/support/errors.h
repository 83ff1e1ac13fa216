// What a call that has to fail throws.
#pragma once

#include <optional>
#include <ostream>

#include "schema/error.h"

namespace broadsheet {

inline std::ostream& operator<<(std::ostream& out, ErrorCode code) {
    return out << name_of(code);
}

}  // namespace broadsheet

namespace broadsheet::test {

// The Error that `act` throws; nothing when it throws none. Other exceptions pass.
template <typename Act>
std::optional<Error> thrown_by(Act&& act) {
    try {
        act();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

// Its code.
template <typename Act>
std::optional<ErrorCode> code_of(Act&& act) {
    const std::optional<Error> error = thrown_by(act);
    if (!error) return std::nullopt;
    return error->code();
}

}  // namespace broadsheet::test
