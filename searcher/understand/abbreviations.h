// U.S., UN, IMF: short names in capital letters and the names that they stand for, each of which finds the
// other.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/query/forms.h"
#include "searcher/understand/name_meanings.h"

namespace broadsheet {

// Two capital letters or more and nothing else but full stops, & and digits: "U.S.", "AT&T", "G20".
bool is_abbreviation(std::string_view token);

// Whether the query is typed in capital letters throughout, so that they say nothing about its words.
bool is_shouted(const query::Node& root);

// Words that a name in small letters never is, whatever it stands for in capital ones: "us", "may", "the".
bool is_common_word(std::string_view folded);

// An abbreviation also finds the name that the index shows for what it stands for, and a name of several
// words that is typed with capital letters its initials, where they mean nothing else. The snapshot must
// outlive it.
class Abbreviations {
public:
    // `root`: the query as it was parsed.
    Abbreviations(Snapshot& snapshot, const query::Node& root);

    // As query::FindForms has it. Nothing below a negation, so that no name excludes more than was typed; and
    // a name in quotes is taken as it is. Of a very long query the first names are looked up.
    query::OtherForms find(const query::WordRun& run);

private:
    query::OtherForms names_of(const query::Word& word);
    query::OtherForms initials_of(std::span<const query::Word> run);
    // The initials of the name that is shown for a meaning, if the articles mean it by them.
    std::optional<query::Word> initials_of(const Meaning& meaning);

    Snapshot& snapshot_;
    NameReader reader_;
    bool shouted_;
    std::size_t looked_up_ = 0;
};

}  // namespace broadsheet
