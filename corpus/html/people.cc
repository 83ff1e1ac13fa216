#include "corpus/html/people.h"

#include <algorithm>

#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_byline = 300;
constexpr std::size_t longest_name = 60;

bool is_person(std::string_view name) {
    const auto has = [&](std::string_view piece) { return name.find(piece) != std::string_view::npos; };
    if (name.size() > longest_name || has("://") || has("www.") || has(".com") || has("@")) return false;
    return !std::all_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
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
    for (const std::string& name : split_authors(clean)) {
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
