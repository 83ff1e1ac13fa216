#include "corpus/html/guard.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace broadsheet {

namespace {

constexpr std::uint64_t most_open = 3000;
constexpr std::uint64_t most_tags = 1'000'000;
constexpr std::uint64_t most_attributes = 256;  // of one element; a parser compares each with each
constexpr std::uint64_t most_work = 300'000'000;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 8> raw_text{"script",   "style",   "textarea", "title",
                                                   "noframes", "noembed", "iframe",   "xmp"};

// Elements that are never open, and those that end where the next of their kind begins: between two of the
// latter that are open at once lies an element that counts.
constexpr std::array<std::string_view, 40> not_counted{
    "area",  "base",   "br",    "col", "embed",  "hr",     "img",      "input",    "link",    "meta",
    "param", "source", "track", "wbr", "keygen", "p",      "li",       "td",       "th",      "tr",
    "tbody", "thead",  "tfoot", "dd",  "dt",     "option", "optgroup", "colgroup", "caption", "html",
    "head",  "body",   "h1",    "h2",  "h3",     "h4",     "h5",       "h6",       "rp",      "rt"};

bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Where "</name" stands next, in any case.
std::size_t find_end_tag(std::string_view html, std::size_t from, std::string_view name) {
    for (std::size_t at = html.find("</", from); at != std::string_view::npos; at = html.find("</", at + 2)) {
        const std::string_view found = html.substr(at + 2, name.size());
        if (found.size() == name.size() && std::equal(found.begin(), found.end(), name.begin(),
                                                      [](char a, char b) { return lower(a) == b; }))
            return at;
    }
    return html.size();
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Passes over a tag's attributes and counts them; `at` stands behind its name, then behind its '>'. Where it
// differs from HTML5 it takes a '>' for the end of the tag that is not one: that counts too much, not too
// little.
std::uint64_t pass_attributes(std::string_view html, std::size_t& at) {
    enum class In { blank, name, begin_of_value, value };
    std::uint64_t count = 0;
    In in = In::blank;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '>') {
            ++at;
            break;
        }
        if (is_space(c) || (c == '/' && in != In::value && in != In::begin_of_value)) {
            in = In::blank;
        } else if (in == In::blank) {
            in = In::name;
            ++count;
        } else if (in == In::name) {
            if (c == '=') in = In::begin_of_value;
        } else if (in == In::begin_of_value) {
            in = In::value;
            if (c == '"' || c == '\'') {
                at = std::min(html.find(c, at + 1), html.size() - 1);
                in = In::blank;
            }
        }
    }
    return count;
}

// Behind the end of a comment that begins at `at`.
std::size_t end_of_comment(std::string_view html, std::size_t at) {
    for (at = html.find("--", at); at != std::string_view::npos; at = html.find("--", at + 1)) {
        const std::string_view rest = html.substr(at + 2, 2);
        if (rest.starts_with('>') || rest == "!>") return at + 2;
    }
    return html.size();
}

class OpenElements {
public:
    void begin(const std::string& name) {
        if (among(not_counted, name)) return;
        ++open_[name];
        ++depth_;
    }
    void end(const std::string& name) {
        const auto found = open_.find(name);
        if (found == open_.end() || found->second == 0) return;
        --found->second;
        --depth_;
    }
    bool has(const std::string& name) const {
        const auto found = open_.find(name);
        return found != open_.end() && found->second > 0;
    }
    std::uint64_t depth() const { return depth_; }

private:
    std::unordered_map<std::string, std::uint64_t> open_;
    std::uint64_t depth_ = 0;
};

}  // namespace

std::string_view reason_to_refuse(std::string_view html) {
    OpenElements open;
    std::uint64_t tags = 0;
    std::uint64_t work = 0;
    std::string name;
    for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
        ++at;
        if (html.substr(at).starts_with("!--")) {
            at = end_of_comment(html, at);
            continue;
        }
        const bool closing = at < html.size() && html[at] == '/';
        if (closing) ++at;
        if (at >= html.size() || !is_letter(html[at])) continue;
        name.clear();
        for (; at < html.size() && name.size() < 64; ++at) {
            const char c = html[at];
            if (c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') break;
            name += lower(c);
        }
        if (pass_attributes(html, at) > most_attributes) return "a tag has too many attributes";
        if (++tags > most_tags) return "HTML has too many elements";
        if (closing) {
            open.end(name);
        } else if (among(raw_text, name) && !open.has("svg") && !open.has("math")) {
            at = find_end_tag(html, at, name);
        } else {
            open.begin(name);
        }
        work += open.depth();
        if (open.depth() > most_open || work > most_work) return "HTML is nested too deeply";
    }
    return {};
}

}  // namespace broadsheet
