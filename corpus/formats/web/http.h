// Messages of HTTP as crawlers record them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The lines `Name: value` up to an empty one; names compare without regard to case.
class HeaderLines {
public:
    HeaderLines() = default;
    // Takes them off the front of `bytes`.
    explicit HeaderLines(std::string_view& bytes);

    std::string_view value(std::string_view name) const;  // of the first of that name; empty without one
    bool empty() const { return lines_.empty(); }

private:
    std::vector<std::pair<std::string_view, std::string_view>> lines_;
};

struct HttpResponse {
    int status = 0;
    std::string type;      // "text/html", in lower case; empty when none is given
    std::string charset;   // of the type, empty when none is given
    std::string location;  // where a redirect leads
    std::string body;      // without the encodings of its transport
};

// Reads a response. Chunks and compression (gzip, deflate, br, zstd) are undone; where the body is not what
// its header says, it is taken as it is. Nothing when it is none; then `problem` says why.
std::optional<HttpResponse> read_http_response(std::string_view bytes, std::string& problem);

// "text/html; charset=utf-8" to its parts.
void read_content_type(std::string_view value, std::string& type, std::string& charset);

}  // namespace broadsheet
