// Running the programs as a user does.
#pragma once

#include <string>

namespace broadsheet::test {

struct Outcome {
    std::string output;  // of both streams, as they came
    int status = 0;      // exit status; 128 + number of the signal that ended it
};

// Runs a bash command; the project's programs are on the PATH.
Outcome execute(const std::string& command);

}  // namespace broadsheet::test
