#include "searcher/http/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "schema/analysis/utf8.h"
#include "schema/error.h"

namespace broadsheet::http {

namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Scalar scalar = scalar_at(text, at);
        if (!scalar.is_valid) return false;
        at += scalar.size;
    }
    return true;
}

// Line breaks and tabs are what people paste; other control characters have no place in a query.
bool is_text(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7f) || c == '\t' || c == '\n' || c == '\r';
}

std::string decoded(std::string_view text, bool plus_is_blank) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_blank) {
            result += ' ';
        } else if (text[i] != '%') {
            result += text[i];
        } else {
            const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                throw Error(ErrorCode::usage, "the address has a % without two hexadecimal digits",
                            "write % as %25");
            result += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (!std::all_of(result.begin(), result.end(), is_text))
        throw Error(ErrorCode::usage, "the address has a control character in it");
    if (!is_utf8(result)) throw Error(ErrorCode::usage, "the address is not UTF-8");
    return result;
}

}  // namespace

bool Target::has(std::string_view name) const {
    return std::any_of(parameters.begin(), parameters.end(),
                       [name](const auto& each) { return each.first == name; });
}

Target read_target(std::string_view text) {
    Target target;
    // An absolute address, as it is sent to proxies.
    if (!text.starts_with('/')) {
        const std::size_t scheme = text.find("://");
        const std::size_t slash = scheme == std::string_view::npos ? scheme : text.find('/', scheme + 3);
        if (slash == std::string_view::npos)
            throw Error(ErrorCode::usage, "the address does not begin with /");
        text.remove_prefix(slash);
    }
    text = text.substr(0, text.find('#'));
    const std::size_t question = text.find('?');
    std::string_view path = text.substr(0, question);
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t slash = path.find('/');
        target.path.push_back(decoded(path.substr(0, slash), false));
        path.remove_prefix(std::min(slash, path.size()));
    }
    std::string_view rest = question == std::string_view::npos ? "" : text.substr(question + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        if (pair.empty()) continue;
        if (target.parameters.size() == most_parameters)
            throw Error(ErrorCode::usage, fmt::format("there are more than {} parameters", most_parameters));
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        target.parameters.emplace_back(decoded(pair.substr(0, equals), true), decoded(value, true));
    }
    return target;
}

}  // namespace broadsheet::http
