#include "corpus/names.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/byte_set.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t most_names = 1000;
constexpr std::size_t longest_byline = 4096;  // what is longer is no byline; the rest is not looked at

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    // Most names are told from all of them by their length and first byte.
    return std::any_of(words.begin(), words.end(), [word](std::string_view each) {
        return each.size() == word.size() && each.front() == word.front() && each == word;
    });
}

// Into room that is used again.
void make_lower(std::string_view text, std::string& lower) {
    lower.assign(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
}

// What stands after a person's name and is no person.
bool is_role(std::string_view lower_name) {
    constexpr std::array<std::string_view, 25> roles{"contributor",
                                                     "contributors",
                                                     "staff",
                                                     "staff writer",
                                                     "staff reporter",
                                                     "reporter",
                                                     "writer",
                                                     "editor",
                                                     "columnist",
                                                     "correspondent",
                                                     "author",
                                                     "freelancer",
                                                     "blogger",
                                                     "editorial partner",
                                                     "guest writer",
                                                     "senior editor",
                                                     "senior reporter",
                                                     "news editor",
                                                     "producer",
                                                     "photographer",
                                                     "foreign correspondent",
                                                     "special to",
                                                     "with agencies",
                                                     "on assignment",
                                                     "associate editor"};
    static constexpr ByteSet last_of_jobs("trk");
    if (lower_name.empty()) return false;
    if (last_of_jobs.contains(lower_name.back())) {
        for (const std::string_view job : {" correspondent", " reporter", " writer", " editor", " desk"}) {
            if (lower_name.ends_with(job)) return true;
        }
    }
    // Most names are told from all of these by their first letter.
    static constexpr ByteSet first_of_roles("abcefgnoprsw");
    static_assert(std::all_of(roles.begin(), roles.end(),
                              [](std::string_view role) { return first_of_roles.contains(role.front()); }));
    if (!first_of_roles.contains(lower_name.front())) return false;
    return among(roles, lower_name) || lower_name.starts_with("on assignment ") ||
           lower_name.starts_with("special to ");
}

bool is_agency(std::string_view lower_name) {
    constexpr std::array<std::string_view, 15> agencies{"reuters",
                                                        "reuter",
                                                        "ap",
                                                        "associated press",
                                                        "the associated press",
                                                        "afp",
                                                        "upi",
                                                        "dpa",
                                                        "press association",
                                                        "the canadian press",
                                                        "efe",
                                                        "bloomberg",
                                                        "bloomberg news",
                                                        "tass",
                                                        "xinhua"};
    return among(agencies, lower_name);
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

// What is in a byline and is not about who wrote it: "Last updated: 7 January", "2025", "most likely.". `key`
// is the name in small letters.
bool is_remark(std::string_view name, std::string_view key) {
    for (const std::string_view opening : {"updated", "last updated", "published", "posted"}) {
        if (!key.starts_with(opening)) continue;
        const std::string_view rest = key.substr(opening.size());
        if (rest.empty() || rest.front() == ':' || rest.front() == ' ') return true;
    }
    const bool no_letters = std::none_of(
        key.begin(), key.end(), [](char c) { return is_lower(c) || static_cast<unsigned char>(c) >= 0x80; });
    const bool sentence_end =
        key.ends_with('.') && key.find(' ') != std::string_view::npos && is_lower(name.front());
    return no_letters || sentence_end;
}

bool is_suffix_of_name(std::string_view lower_name) {
    constexpr std::array<std::string_view, 10> suffixes{"jr",  "jr.", "sr",    "sr.", "ii",
                                                        "iii", "phd", "ph.d.", "md",  "m.d."};
    return among(suffixes, lower_name);
}

constexpr ByteSet strong_separators(";|\n");
constexpr ByteSet comma(",");

std::vector<std::string_view> parts_of(std::string_view text, const ByteSet& separators) {
    std::vector<std::string_view> parts;
    while (parts.size() < 2 * most_names) {
        const std::size_t end = separators.find_in(text);
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

// Splits what stands between commas at "and" and "&".
std::vector<std::string_view> without_conjunctions(const std::vector<std::string_view>& parts) {
    std::vector<std::string_view> names;
    std::string small;
    for (std::string_view part : parts) {
        make_lower(part, small);
        if (small.starts_with("and ")) {
            part.remove_prefix(3);  // the blank may begin another conjunction
            small.erase(0, 3);
        }
        std::size_t begin = 0;
        for (std::size_t blank = small.find(' '); blank != std::string::npos;
             blank = small.find(' ', blank + 1)) {
            if (blank < begin) continue;
            const std::string_view rest = std::string_view(small).substr(blank);
            for (const std::string_view word : {" and ", " & ", " with "}) {
                if (!rest.starts_with(word)) continue;
                const std::string_view name = trimmed(part.substr(begin, blank - begin));
                if (!name.empty()) names.push_back(name);
                begin = blank + word.size() - 1;  // its last blank may be the next word's first
                break;
            }
        }
        const std::string_view name = trimmed(part.substr(begin));
        if (!name.empty()) names.push_back(name);
    }
    return names;
}

// "Doe, Jane" as "Jane Doe", "Jane Doe, Reuters" as "Jane Doe".
std::string in_order(std::string_view name) {
    const std::size_t at = name.find(',');
    if (at == std::string_view::npos || name.find(',', at + 1) != std::string_view::npos)
        return std::string(name);
    const std::string_view first = trimmed(name.substr(0, at));
    const std::string_view second = trimmed(name.substr(at + 1));
    const std::string key = ascii_lower(second);
    if (is_suffix_of_name(key)) return std::string(name);
    if (is_role(key) || is_agency(key) || second.empty()) return std::string(first);
    return std::string(second) + " " + std::string(first);
}

// "By Jane Doe" as "Jane Doe".
std::string_view without_opening(std::string_view line) {
    static constexpr ByteSet first_of_openings("wWbBfFaA");
    if (line.empty() || !first_of_openings.contains(line.front())) return line;
    const std::string small = ascii_lower(line.substr(0, 11));
    for (const std::string_view opening : {"written by ", "by ", "by: ", "from ", "author: ", "authors: "}) {
        if (small.starts_with(opening)) return line.substr(opening.size());
    }
    return line;
}

// The usual byline: nothing in it separates names or joins them.
bool is_one_name(std::string_view line) {
    static constexpr ByteSet between(";|\n,/&");
    static constexpr ByteSet first_of_joining("aAwW");  // "and", "with"
    char before = ' ';
    for (const char c : line) {
        if (between.contains(c) || (before == ' ' && first_of_joining.contains(c))) return false;
        before = c;
    }
    return !line.empty();
}

}  // namespace

void add_name(std::vector<std::string>& names, std::string_view name) {
    if (names.size() >= most_names) return;
    std::string clean = normalise_line(name);
    if (clean.empty() || clean.size() > longest_name) return;
    if (std::find(names.begin(), names.end(), clean) == names.end()) names.push_back(std::move(clean));
}

std::vector<std::string> split_authors(std::string_view line) {
    line = trimmed(without_opening(trimmed(line).substr(0, longest_byline)));
    std::string key;
    if (is_one_name(line)) {
        make_lower(line, key);
        std::vector<std::string> names;
        if (!is_role(key) && !is_remark(line, key)) add_name(names, line);
        return names;
    }
    const bool strong = strong_separators.find_in(line) != std::string_view::npos;
    std::vector<std::string_view> parts = parts_of(line, strong ? strong_separators : comma);
    // "Jane Doe / Metro Desk": where they work.
    for (std::string_view& part : parts)
        part = part.substr(0, part.find(" / "));

    std::vector<std::string> names;
    if (!strong && parts.size() == 2 && parts[0].find(' ') == std::string_view::npos &&
        parts[1].find(' ') == std::string_view::npos && !is_agency(ascii_lower(parts[1])) &&
        !is_role(ascii_lower(parts[1]))) {
        add_name(names, std::string(parts[1]) + " " + std::string(parts[0]));
        return names;
    }
    std::vector<std::string> agencies;
    std::string ordered;
    for (std::string_view part : without_conjunctions(parts)) {
        if (strong) part = ordered = in_order(part);
        make_lower(part, key);
        if (is_role(key) || is_remark(part, key)) continue;
        if (is_agency(key)) {
            add_name(agencies, part);
        } else if (is_suffix_of_name(key) && !names.empty()) {
            names.back() += ", ";
            names.back() += part;
        } else {
            add_name(names, part);
        }
    }
    return names.empty() ? agencies : names;
}

std::vector<std::string> split_list(std::string_view line) {
    const bool strong = strong_separators.find_in(line) != std::string_view::npos;
    std::vector<std::string> names;
    for (const std::string_view part : parts_of(line, strong ? strong_separators : comma))
        add_name(names, part);
    return names;
}

std::string domain_of(std::string_view url) {
    url = trimmed(url);
    const std::size_t scheme = url.find("://");
    if (scheme <= 10) {
        url.remove_prefix(scheme + 3);
    } else if (url.starts_with("//")) {
        url.remove_prefix(2);
    } else if (!url.starts_with("www.")) {
        return {};
    }
    static constexpr ByteSet behind_host("/?#\\ ");
    std::string_view host = url.substr(0, behind_host.find_in(url));
    if (host.find('@') != std::string_view::npos) host.remove_prefix(host.rfind('@') + 1);
    if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
    std::string domain = ascii_lower(host);
    if (domain.starts_with("www.")) domain.erase(0, 4);
    while (domain.ends_with('.'))
        domain.pop_back();
    if (domain.size() > longest_name) return {};
    return normalise_line(domain);
}

}  // namespace broadsheet
