// Errors as clients get them: application/problem+json (RFC 9457).
#pragma once

#include <string>
#include <string_view>

#include "schema/error.h"
#include "searcher/http/message.h"

namespace broadsheet::http {

// "code" is the error's as the programs spell it; "hint" says what to do and may be missing.
Reply problem(unsigned status, std::string_view code, std::string_view detail, std::string_view hint = {});

// Options are parameters here, and are called so. What went wrong on this machine is told without its paths.
Reply problem(const Error& error);

}  // namespace broadsheet::http
