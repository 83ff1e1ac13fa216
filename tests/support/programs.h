// The programs, run in this process.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "schema/command_line.h"

namespace broadsheet::test {

// What a command that must succeed prints.
inline std::string output_of(const Program& program, const std::vector<std::string>& arguments,
                             const std::string& input = {}) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    EXPECT_EQ(run_program(program, arguments, {}, terminal), 0) << err.str();
    return out.str();
}

}  // namespace broadsheet::test
