// How a facet value is spelt: the metadata entry that maps its id to the forms seen in the collection.
//
// Key: "label:" + field prefix + to_text(id). Value: the forms with the number of articles that use each.
// Merging segments adds the numbers up; the label shown is the most frequent form, the smallest in byte order
// among equals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/terms.h"

namespace broadsheet {

inline constexpr std::string_view label_prefix = "label:";
std::string label_key(FieldId field, ValueId id);
// The prefix of all keys of one field.
std::string label_key_prefix(FieldId field);

class LabelForms {
public:
    LabelForms() = default;
    // Throws Error(index_damaged) when `encoded` is not what encode() makes.
    explicit LabelForms(std::string_view encoded);

    void add(std::string_view form, std::uint64_t articles = 1);
    void add(const LabelForms& other);
    // Keeps the eight most frequent forms.
    std::string encode() const;
    // Empty when there are no forms.
    std::string label() const;

private:
    std::vector<std::pair<std::string, std::uint64_t>> forms_;  // few; in no order
};

}  // namespace broadsheet
