// The lines in front of an answer's body.
#pragma once

#include <string>

#include "searcher/http/message.h"

namespace broadsheet::http {

struct HeadSettings {
    bool has_http_1_1 = true;  // else a body that is still being made ends with the connection
    bool keeps_alive = false;
};

std::string head_of(const Reply& reply, const HeadSettings& settings);

// What every answer carries. Nothing that is served may run scripts of others, be framed or be guessed at.
void add_common_headers(const Request& request, Reply& reply);

}  // namespace broadsheet::http
