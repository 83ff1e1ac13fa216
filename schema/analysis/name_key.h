// When two names are one: the form of a name that its spellings share. Facet values are identified by it, on
// both sides, so that an article's "Prime Minister Muhammad Shia Al-Sudani" is a query's "Mohammed
// al-Sudani".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A person's name, folded, without titles and articles: "Gen. Abdel-Fattah el-Sissi" is {abdel, fattah,
// sisi}.
struct PersonName {
    std::vector<std::string> parts;  // never empty; initials that stand together are one part
    bool is_one_word = false;        // "Sudani", also "Bankman-Fried", whose parts are two
    bool begins_with_initial = false;
    std::string suffix;  // "jr", "iii", ...: another person than the one without

    // First and last part, of an initial only the first letter: middle names come and go. A single part is
    // itself.
    std::string key() const;
};

// "Last, First" is turned round. Of nothing but titles the last is the name: "Mr. Bishop".
PersonName person_name(std::string_view name);

// Without "the", "and" and the form of the company (Inc, Ltd, GmbH); British spelling; "Ministry of X" is
// "X ministry".
std::string organisation_key(std::string_view name);

// Whether it ends in the form of a company: "Halvorsen Marine Corp".
bool has_company_form(std::string_view name);

}  // namespace broadsheet
