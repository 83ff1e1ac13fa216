#include "searcher/commands/field_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/error.h"
#include "searcher/engine/request.h"

namespace broadsheet {

namespace {

std::size_t read_count(const std::string& digits, const std::string& option, std::size_t most) {
    const bool is_number =
        !digits.empty() && digits.size() <= 4 &&
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t count = is_number ? std::stoul(digits) : 0;
    if (count > 0 && count <= most) return count;
    throw Error(ErrorCode::usage, fmt::format("--{} takes 1 to {} values, not \"{}\"", option, most, digits));
}

}  // namespace

FieldList read_field_list(const std::string& text, const std::string& option, std::size_t most, Words words) {
    FieldList list;
    const std::size_t colon = text.find(':');
    const std::string names = text.substr(0, colon);
    if (colon != std::string::npos) list.count = read_count(text.substr(colon + 1), option, most);
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find(',', begin), names.size());
        const std::string name = names.substr(begin, end - begin);
        begin = end + 1;
        if (words == Words::allowed && name == "word") {
            list.has_words = true;
            continue;
        }
        const FieldId id = read_facet_name(name);
        if (std::find(list.fields.begin(), list.fields.end(), id) == list.fields.end())
            list.fields.push_back(id);
    }
    return list;
}

}  // namespace broadsheet
