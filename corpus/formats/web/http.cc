#include "corpus/formats/web/http.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/formats/web/content_encoding.h"
#include "corpus/html/page.h"

namespace broadsheet {

namespace {

std::string_view take_line(std::string_view& bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && ascii_lower(a) == ascii_lower(b);
}

// The chunks put together; nothing when that is no body in chunks.
std::optional<std::string> without_chunks(std::string_view bytes) {
    std::string body;
    for (;;) {
        const std::string_view line = take_line(bytes);
        const std::string_view digits = trimmed(line.substr(0, line.find(';')));
        std::size_t size = 0;
        if (digits.empty() || digits.size() > 8) return std::nullopt;
        for (const char c : digits) {
            const char small = static_cast<char>(c | 0x20);
            const bool digit = c >= '0' && c <= '9';
            if (!digit && (small < 'a' || small > 'f')) return std::nullopt;
            size = size * 16 + static_cast<std::size_t>(digit ? c - '0' : small - 'a' + 10);
        }
        if (size == 0) return body;
        body += bytes.substr(0, size);
        // Cut off: what there is counts.
        if (size >= bytes.size()) return body;
        bytes.remove_prefix(size);
        if (bytes.starts_with("\r\n")) bytes.remove_prefix(2);
    }
}

}  // namespace

HeaderLines::HeaderLines(std::string_view& bytes) {
    constexpr std::size_t most = 1000;
    while (!bytes.empty()) {
        const std::string_view line = take_line(bytes);
        if (line.empty()) return;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || lines_.size() == most) continue;
        lines_.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
}

std::string_view HeaderLines::value(std::string_view name) const {
    const auto found =
        std::find_if(lines_.begin(), lines_.end(), [&](const auto& line) { return same(line.first, name); });
    return found == lines_.end() ? std::string_view{} : found->second;
}

void read_content_type(std::string_view value, std::string& type, std::string& charset) {
    type = ascii_lower(trimmed(value.substr(0, value.find(';'))));
    const std::string small = ascii_lower(value);
    const std::size_t named = small.find("charset=");
    if (named == std::string::npos) return;
    std::string_view name = value.substr(named + 8);
    name = trimmed(name.substr(0, name.find_first_of(";, ")));
    while (!name.empty() && (name.front() == '"' || name.front() == '\''))
        name.remove_prefix(1);
    while (!name.empty() && (name.back() == '"' || name.back() == '\''))
        name.remove_suffix(1);
    charset = name.substr(0, 40);
}

std::optional<HttpResponse> read_http_response(std::string_view bytes, std::string& problem) {
    const std::string_view status = take_line(bytes);
    if (!status.starts_with("HTTP/") || status.find(' ') == std::string_view::npos) {
        problem = "not a response of HTTP";
        return std::nullopt;
    }
    HttpResponse response;
    const std::string_view number = trimmed(status.substr(status.find(' '))).substr(0, 3);
    for (const char c : number) {
        if (c >= '0' && c <= '9') response.status = response.status * 10 + (c - '0');
    }
    const HeaderLines headers(bytes);
    read_content_type(headers.value("Content-Type"), response.type, response.charset);
    response.location = headers.value("Location");
    if (ascii_lower(headers.value("Transfer-Encoding")).find("chunked") != std::string::npos) {
        if (std::optional<std::string> whole = without_chunks(bytes)) {
            response.body = std::move(*whole);
        } else {
            response.body = bytes;
        }
    } else {
        response.body = bytes;
    }
    const std::string encoding = ascii_lower(headers.value("Content-Encoding"));
    if (!encoding.empty() && encoding != "identity") {
        if (std::optional<std::string> plain = without_encoding(response.body, encoding, largest_page + 1))
            response.body = std::move(*plain);
    }
    return response;
}

}  // namespace broadsheet
