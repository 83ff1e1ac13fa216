#include "corpus/html/people.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_byline = 300;
constexpr std::size_t longest_name = 60;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += lower(c);
        }
    }
    return words;
}

// What stands around names for readers to press, and what is said of the article.
bool is_no_name(std::string_view word) {
    constexpr std::array<std::string_view, 26> words{
        "print", "follow", "posted",   "updated",  "published", "email",    "subscribe", "articles", "send",
        "share", "shares", "comments", "comment",  "twitter",   "facebook", "read",      "view",     "more",
        "rss",   "see",    "last",     "modified", "story",     "archive",  "author",    "authors"};
    while (!word.empty() && (word.back() == '.' || word.back() == ':'))
        word.remove_suffix(1);
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_person(std::string_view name) {
    const auto has = [&](std::string_view piece) { return name.find(piece) != std::string_view::npos; };
    if (name.empty() || name.size() > longest_name || has("://") || has("www.") || has(".com") || has("@"))
        return false;
    const std::vector<std::string> words = words_of(name);
    return std::none_of(words.begin(), words.end(), is_no_name);
}

// "Print Text by Jane Doe on" has the name behind "by", and none of what can be pressed before it.
std::string_view name_within(std::string_view line) {
    for (std::size_t at = 0; at + 3 < line.size(); ++at) {
        if ((at == 0 || line[at - 1] == ' ') && lower(line[at]) == 'b' && lower(line[at + 1]) == 'y' &&
            (line[at + 2] == ' ' || line[at + 2] == ':')) {
            line.remove_prefix(at + 3);
            break;
        }
    }
    std::size_t word = line.find(' ');
    while (word != std::string_view::npos && is_no_name(words_of(line.substr(0, word)).front())) {
        line.remove_prefix(word + 1);
        word = line.find(' ');
    }
    for (const std::string_view end : {" on ", " for ", " | ", " Posted", " Published", " Updated"})
        line = line.substr(0, line.find(end));
    if (line.ends_with(" on")) line.remove_suffix(3);
    return line;
}

// Bylines go on with a date: "Jane Doe March 25, 2015". What is from the word before the first number on is
// none of the name.
std::string without_date(const std::string& name) {
    const std::size_t digit = name.find_first_of("0123456789");
    if (digit == std::string::npos) return name;
    std::size_t end = name.find_last_not_of(" (", digit == 0 ? 0 : digit - 1);
    if (digit == 0 || end == std::string::npos) return {};
    end = name.rfind(' ', end);
    return end == std::string::npos ? std::string{} : name.substr(0, end);
}

}  // namespace

void add_people(std::vector<std::string>& people, std::string_view line) {
    const std::string clean = normalise_line(line);
    if (clean.size() > longest_byline) return;
    for (const std::string& name : split_authors(name_within(clean))) {
        if (const std::string person = without_date(name); is_person(person)) add_name(people, person);
    }
}

void remove_site(std::vector<std::string>& people, std::string_view site, std::string_view url) {
    const std::string key = key_of_name(site);
    const std::string host = key_of_name(domain_of(url));
    std::erase_if(people, [&](const std::string& name) {
        const std::string own = key_of_name(name);
        return own == key || (own.size() > 3 && host.starts_with(own));
    });
}

std::string key_of_name(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            key += static_cast<char>(c | 0x20);
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) {
            key += c;
        }
    }
    return key;
}

}  // namespace broadsheet
