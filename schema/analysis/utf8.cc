#include "schema/analysis/utf8.h"

#include <utf8proc.h>

namespace broadsheet {

Scalar scalar_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t value = 0;
    const utf8proc_ssize_t size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                         static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    if (size <= 0) return {0xfffd, 1, false};
    return {static_cast<char32_t>(value), static_cast<std::uint32_t>(size), true};
}

}  // namespace broadsheet
