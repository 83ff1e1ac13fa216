// Query syntax of other services, for queries that are pasted from there: Lexis and Westlaw connectors and
// segments, Factiva's, and those of web search. Each is read as what comes nearest in our own language.
#pragma once

#include <optional>
#include <string_view>

#include "schema/fields.h"
#include "searcher/query/signs.h"

namespace broadsheet::query {

// near5, w/5, pre/5, adj5, w/s, w/para, /s, NEAR, ADJ, SAME ...
std::optional<Proximity> foreign_distance(std::string_view run);

// w/seg: in one article, which is AND.
bool is_foreign_and(std::string_view run);

// atleast5, caps, hlead ... in small letters
std::optional<Function> foreign_function(std::string_view run);

// Whether a word that stands by itself would be read as one of these.
bool is_foreign_operator(std::string_view word);

// The field that a segment in front of a bracket searches: HEADLINE(, BYLINE(, GEOGRAPHIC( ...
const Field* foreign_segment(std::string_view run);

struct ForeignPrefix {
    std::string_view name;     // with its ':' or '='
    std::string_view read_as;  // empty: can not be asked here
    const Field* field;        // or null
    std::optional<Zone> zone;  // of the words behind it, where there is no field
    std::string_view sign;     // put in front of the value
};

// intitle:, site:, before:, hd= ... at the beginning of `run`; nothing when it begins with none of them.
std::optional<ForeignPrefix> foreign_prefix(std::string_view run);

}  // namespace broadsheet::query
