#include "corpus/formats/json/fields.h"

#include <fmt/format.h>

#include "schema/error.h"

namespace broadsheet {

JsonFields::JsonFields(const std::map<std::string, std::string>& mapping) {
    for (const auto& [name, member] : mapping) {
        const Field* row = find_field(name);
        if (row != nullptr && (row->id == FieldId::dateline || row->id == FieldId::about))
            throw Error(ErrorCode::usage, fmt::format("{} is found out, not read from a record", row->name));
        const std::optional<FieldName> known =
            row != nullptr ? FieldName{row->id, 0} : known_field_name(name);
        if (!known)
            throw Error(ErrorCode::usage, fmt::format("there is no field {} to map {} to", name, member));
        if (member.empty()) throw Error(ErrorCode::usage, "the field " + name + " is mapped to nothing");
        known_[member].field = FieldName{known->field, -1};
        if (member.find('.') == std::string::npos) continue;
        Path path{known->field, {}};
        for (std::size_t begin = 0; begin <= member.size();) {
            const std::size_t end = std::min(member.find('.', begin), member.size());
            path.names.push_back(member.substr(begin, end - begin));
            begin = end + 1;
        }
        paths_.push_back(std::move(path));
    }
}

std::optional<FieldName> JsonFields::field_of(std::string_view member) {
    if (last_ != nullptr && last_->second.after != nullptr && last_->second.after->first == member) {
        last_ = last_->second.after;
        return last_->second.field;
    }
    auto found = known_.find(member);
    if (found == known_.end()) {
        // A hostile collection could have a new name in every record.
        constexpr std::size_t most_names = 4096;
        const std::optional<FieldName> field = known_field_name(member);
        if (known_.size() >= most_names) return field;
        found = known_.try_emplace(std::string(member), Known{field}).first;
    }
    if (last_ != nullptr) last_->second.after = &*found;
    last_ = &*found;
    return found->second.field;
}

}  // namespace broadsheet
