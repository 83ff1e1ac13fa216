// Values that several formats give in the same way.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "schema/date.h"

namespace broadsheet {

// An id that no other collection uses: `id` itself when it is an address, a URN, a UUID or long, else behind
// the letters and digits of its owner's name: "22751909" of "Agencia EFE" is "agencia-efe-22751909". Empty
// when the id is empty, or when it is short and nobody owns it.
std::string stable_id(std::string_view owner, std::string_view id);

// The first that is a date.
std::optional<Seconds> first_date(std::initializer_list<std::string> spellings);

// The first that is not empty.
std::string first_of(std::initializer_list<std::string> texts);

// The name of the main subject to which a code of IPTC's subject codes ("04016034") belongs: "economy,
// business and finance"; empty for other codes.
std::string_view iptc_subject(std::string_view code);

}  // namespace broadsheet
