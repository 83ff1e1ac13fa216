// Names as records list them to names as facets show them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// What is cut off and left out everywhere below: white space at the ends, empty names, names of more than 200
// bytes, repetitions, and whatever comes after the thousandth.

// "By Jane Doe, John Smith and A. N. Other, Reuters" to three names. "Doe; Smith" and "Doe | Smith" are two.
// Jobs ("Staff Writer"), what follows a name behind " / " and, beside a person, agencies are no authors;
// "Doe, Jane" is one.
std::vector<std::string> split_authors(std::string_view line);

// "a; b", "a | b" or, where neither occurs, "a, b".
std::vector<std::string> split_list(std::string_view line);

// Adds one name to a list under the rules above; it is normalised first.
void add_name(std::vector<std::string>& names, std::string_view name);

// "https://www.example.org/a" to "example.org"; empty when there is no host.
std::string domain_of(std::string_view url);

}  // namespace broadsheet
