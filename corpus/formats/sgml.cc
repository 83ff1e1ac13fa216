#include "corpus/formats/sgml.h"

#include <algorithm>

namespace broadsheet {

std::string_view sgml_element(std::string_view text, std::string_view name) {
    const std::string open = std::string("<").append(name);
    for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
        const std::size_t after = at + open.size();
        if (after >= text.size() || (text[after] != '>' && text[after] != ' '))
            continue;  // <D> is not <DATE>
        const std::size_t close = text.find('>', after);
        if (close == std::string_view::npos) return {};
        const std::string_view content = text.substr(close + 1);
        const std::size_t end = content.find(std::string("</").append(name).append(">"));
        return end == std::string_view::npos ? std::string_view{} : content.substr(0, end);
    }
    return {};
}

std::vector<std::string_view> sgml_elements(std::string_view text, std::string_view name) {
    constexpr std::size_t most = 100;
    std::vector<std::string_view> found;
    while (found.size() < most) {
        const std::string_view content = sgml_element(text, name);
        if (content.data() == nullptr) break;
        found.push_back(content);
        const std::size_t end = static_cast<std::size_t>(content.data() - text.data()) + content.size();
        text.remove_prefix(std::min(end + name.size() + 3, text.size()));
    }
    return found;
}

std::string_view sgml_attribute(std::string_view attributes, std::string_view name) {
    const std::string key = std::string(name) + "=";
    for (std::size_t at = attributes.find(key); at != std::string_view::npos;
         at = attributes.find(key, at + 1)) {
        if (at > 0 && attributes[at - 1] != ' ') continue;
        std::string_view value = attributes.substr(at + key.size());
        if (!value.starts_with('"')) return value.substr(0, value.find_first_of(" >"));
        value.remove_prefix(1);
        return value.substr(0, value.find('"'));
    }
    return {};
}

}  // namespace broadsheet
