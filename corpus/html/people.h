// Names of people as pages give them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Adds the people that a byline or a field names. "By", "Text by", dates and the words of buttons are cut
// off, addresses and accounts are nobody, and neither is what is too long for a name.
void add_people(std::vector<std::string>& people, std::string_view line);

// Takes out those who are the site itself, whose name and address these are.
void remove_site(std::vector<std::string>& people, std::string_view site, std::string_view url);

// Letters and digits in lower case, all else dropped: "The Daily Post" is found in "thedailypost.org".
std::string key_of_name(std::string_view name);

}  // namespace broadsheet
