// Terms as Xapian stores them, and the ids of facet values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/fields.h"

namespace broadsheet {

// Xapian refuses a term of more bytes than this (a NUL counts twice), and with it the whole batch.
inline constexpr std::size_t longest_term = 245;

// prefix + value, safe for Xapian whatever the value: NULs are dropped, and what is too long is cut and
// completed by a hash of the whole.
std::string make_term(std::string_view prefix, std::string_view value);

// The term that finds one article by its id.
std::string id_term(std::string_view article_id);

// The term of an address. Addresses are long and each is there once, so the term has a hash of it.
std::string url_term(std::string_view url);

// The identity of a facet value: a hash of the field and of the name's key (name_key), the same on every
// machine and in every index, so that segments and shards merge without a dictionary. Places that the
// gazetteer knows have ids of their own (place_id.h).
using ValueId = std::uint64_t;

// Set in the ids of places that are but names.
inline constexpr ValueId name_only = ValueId{1} << 63;

ValueId value_id(FieldId field, std::string_view name);
ValueId id_of_key(FieldId field, std::string_view key);

// When two names of a field are one value.
std::string name_key(FieldId field, std::string_view name);

// Eleven characters of A-Z a-z 0-9 - _, as shown to users and as used in terms.
std::string to_text(ValueId id);
// Nothing (false) when the text is not eleven such characters.
bool from_text(std::string_view text, ValueId& id);

// The boolean term of a facet value.
std::string value_term(FieldId field, ValueId id);

// The packed value of a facet's slot: 8 bytes big-endian for each id, ascending.
std::string pack_ids(std::vector<ValueId> ids);
std::vector<ValueId> unpack_ids(std::string_view packed);

}  // namespace broadsheet
