// Requests as Beast parses them, as ours.
#pragma once

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <string_view>

#include "searcher/http/message.h"

namespace broadsheet::http {

// Without id, unless the client sent one, peer and time.
Request request_of(const boost::beast::http::request_header<>& header);

// 1 to 64 letters, digits, - _ and .
bool is_request_id(std::string_view text);

}  // namespace broadsheet::http
