#include "searcher/render/trec.h"

#include <fmt/format.h>

namespace broadsheet {

namespace {

std::string without_blanks(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || c == '%') {
            result += fmt::format("%{:02X}", byte);
        } else {
            result += c;
        }
    }
    return result.empty() ? "-" : result;
}

}  // namespace

std::string trec_line(const Hit& hit, std::string_view topic) {
    return fmt::format("{} Q0 {} {} {:.6f} broadsheet\n", without_blanks(topic),
                       without_blanks(hit.article.id), hit.rank, hit.score);
}

}  // namespace broadsheet
