#include "corpus/formats/front_matter.h"

#include <algorithm>

#include "corpus/ascii.h"

namespace broadsheet {

namespace {

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::string unquoted(std::string_view value) {
    value = trimmed(value);
    const bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (!quoted) {
        // A comment of YAML.
        const std::size_t comment = value.find(" #");
        return std::string(trimmed(value.substr(0, comment)));
    }
    const char quote = value.front();
    std::string plain;
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        const bool escape = quote == '"' && value[i] == '\\' && i + 2 < value.size();
        const bool doubled =
            quote == '\'' && value[i] == '\'' && i + 2 < value.size() && value[i + 1] == '\'';
        if (escape || doubled) ++i;
        plain += escape && (value[i] == 'n' || value[i] == 't') ? ' ' : value[i];
    }
    return plain;
}

// "[a, 'b, c']" to "a; b, c"
std::string list_of(std::string_view value) {
    std::string list;
    std::string element;
    char quote = '\0';
    const auto end_element = [&] {
        const std::string plain = unquoted(element);
        if (!plain.empty()) list += (list.empty() ? "" : "; ") + plain;
        element.clear();
    };
    for (const char c : value.substr(1, value.size() - 2)) {
        if (quote == '\0' && c == ',') {
            end_element();
            continue;
        }
        if (quote == '\0' && (c == '"' || c == '\'') && trimmed(element).empty()) {
            quote = c;
        } else if (c == quote) {
            quote = '\0';
        }
        element += c;
    }
    end_element();
    return list;
}

std::string value_of(std::string_view text) {
    text = trimmed(text);
    return text.size() >= 2 && text.front() == '[' && text.back() == ']' ? list_of(text) : unquoted(text);
}

// A name as such heads have it; a sentence with a colon in it has none.
bool is_name(std::string_view name) {
    constexpr std::size_t longest = 60;
    return !name.empty() && name.size() <= longest && name.find(' ') == std::string_view::npos;
}

class Reader {
public:
    // A line between the marks.
    void line(std::string_view whole, char sign) {
        const std::string_view line = trimmed(whole);
        const std::size_t indent = std::min(whole.find_first_not_of(" \t"), whole.size());
        if (in_block_ && (indent > 0 || line.empty())) return append(line, line.empty() ? "\n\n" : "\n");
        in_block_ = false;
        if (line.empty() || line.starts_with('#')) return;
        if (line.starts_with("- ") || line == "-") return element(line.substr(1), sign);
        const std::size_t at = line.find(sign);
        const std::string_view name =
            at == std::string_view::npos ? std::string_view{} : trimmed(line.substr(0, at));
        if (!is_name(name)) {
            if (indent > 0 && !values.empty()) append(unquoted(line), " ");
            return;
        }
        const std::string_view value = trimmed(line.substr(at + 1));
        in_block_ = value == ">" || value == "|" || value == ">-" || value == "|-";
        add(name, in_block_ ? std::string{} : value_of(value));
    }

    std::vector<std::pair<std::string, std::string>> values;

private:
    static constexpr std::size_t most = 1000;

    void add(std::string_view name, std::string value) {
        if (values.size() < most) values.emplace_back(unquoted(name), std::move(value));
    }

    void append(std::string_view more, std::string_view separator) {
        if (values.empty()) return;
        std::string& value = values.back().second;
        if (!value.empty()) value += separator;
        value += more;
    }

    // "- Jane Doe" and "- name: Jane Doe"
    void element(std::string_view text, char sign) {
        const std::size_t at = text.find(sign);
        const bool named = at != std::string_view::npos && at + 1 < text.size() && text[at + 1] == ' ' &&
                           is_name(trimmed(text.substr(0, at)));
        append(value_of(named ? text.substr(at + 1) : text), "; ");
    }

    bool in_block_ = false;
};

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view text) {
    constexpr std::size_t largest = std::size_t{64} << 10;
    const std::string_view mark = trimmed(take_line(text));
    if (mark != "---" && mark != "+++") return std::nullopt;
    Reader reader;
    const char* const begin = text.data();
    while (!text.empty() && static_cast<std::size_t>(text.data() - begin) < largest) {
        const std::string_view line = take_line(text);
        const std::string_view end = trimmed(line);
        if (end == mark || (mark == "---" && end == "...")) {
            if (reader.values.empty()) return std::nullopt;
            return FrontMatter{std::move(reader.values), text};
        }
        reader.line(line, mark == "---" ? ':' : '=');
    }
    return std::nullopt;
}

}  // namespace broadsheet
