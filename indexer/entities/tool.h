// The frame of the programs that make and measure the entities' data.
#pragma once

#include <exception>
#include <functional>
#include <iostream>
#include <string_view>

#include "schema/error.h"

namespace broadsheet::entities {

// Runs a program's work; what goes wrong becomes one line and an exit status.
inline int run_tool(std::string_view name, const std::function<int()>& work) {
    try {
        return work();
    } catch (const Error& error) {
        std::cerr << name << ": " << error.what() << '\n';
        return exit_status(error.code());
    } catch (const std::exception& error) {  // wrong options
        std::cerr << name << ": " << error.what() << '\n';
        return exit_status(ErrorCode::usage);
    }
}

}  // namespace broadsheet::entities
