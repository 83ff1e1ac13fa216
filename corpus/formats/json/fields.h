// Which member of a JSON object is which field of an article.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/field_names.h"

namespace broadsheet {

// Known names (corpus/field_names.h), overruled by what the user maps. Not thread-safe: it remembers the
// names it met.
class JsonFields {
public:
    // `mapping`: field -> member name, or a path of names with full stops between them. Throws Error(usage)
    // for a field that does not exist.
    explicit JsonFields(const std::map<std::string, std::string>& mapping);
    JsonFields(const JsonFields&) = delete;
    JsonFields& operator=(const JsonFields&) = delete;

    // What a member of that name is; nothing when it is no field. A mapped name has rank -1.
    std::optional<FieldName> field_of(std::string_view member);

    // Mapped paths of more than one name.
    struct Path {
        FieldId field;
        std::vector<std::string> names;
    };
    const std::vector<Path>& paths() const { return paths_; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    struct Known {
        std::optional<FieldName> field = {};
        // The name that came after it the last time: records of a collection have their members in one order.
        std::pair<const std::string, Known>* after = nullptr;
    };

    std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
    std::pair<const std::string, Known>* last_ = nullptr;  // that was asked for; of known_
    std::vector<Path> paths_;
};

}  // namespace broadsheet
