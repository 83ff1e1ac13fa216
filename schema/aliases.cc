#include "schema/aliases.h"

namespace broadsheet {

std::string alias_key(FieldId field_id, std::string_view key) {
    std::string prefix(alias_key_prefix);
    prefix += field(naming_field(field_id)).prefix;
    return make_term(prefix, key);
}

std::string unite_ids(const std::vector<std::string>& packed) {
    std::vector<ValueId> all;
    for (const std::string& each : packed) {
        const std::vector<ValueId> ids = unpack_ids(each);
        all.insert(all.end(), ids.begin(), ids.end());
    }
    return pack_ids(std::move(all));
}

}  // namespace broadsheet
