#include "corpus/formats/json/outline.h"

#include <algorithm>

#include "corpus/formats/json/value_end.h"

namespace broadsheet {

namespace {

// Walks over the members of one object. Every function leaves the text empty when it ends or is no JSON.
class Members {
public:
    // `text` begins with '{'.
    explicit Members(std::string_view text) : rest_(text.substr(std::min<std::size_t>(1, text.size()))) {}

    // The next member; `value` is the text from its value's first byte on, to wherever the text goes.
    bool next(std::string_view& name, std::string_view& value) {
        skip_blanks();
        if (!rest_.starts_with('"')) return false;
        name = take_value();
        if (name.size() < 2) return false;
        name = name.substr(1, name.size() - 2);
        skip_blanks();
        if (!rest_.starts_with(':')) return false;
        rest_.remove_prefix(1);
        skip_blanks();
        value = rest_;
        take_value();
        return !value.empty();
    }

private:
    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n,"), rest_.size())); }

    std::string_view take_value() {
        JsonValueEnd find_end;
        const std::size_t end = find_end(rest_, 0);
        if (end == not_yet || end == 0) {
            rest_ = {};
            return {};
        }
        const std::string_view value = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return value;
    }

    std::string_view rest_;
};

bool holds_articles(std::string_view text, JsonFields& names, int depth) {
    bool found = false;
    std::string_view name;
    std::string_view value;
    for (Members members(text); members.next(name, value);) {
        // The Washington Post of TREC has its text in an array of pieces.
        if (name == "article_url") return false;
        const std::optional<FieldName> field = names.field_of(name);
        if (value.front() == '"' && value.size() > 1 && value[1] != '"') {
            if (field && field->field == FieldId::body && field->rank < rank_of_leads) return false;
        } else if (value.front() == '[' && !field) {
            const std::string_view inside =
                value.substr(std::min(value.find_first_not_of(" \t\r\n", 1), value.size()));
            found = found || (inside.starts_with('{') && is_article(inside, names));
        } else if (value.front() == '{' && !field && depth < deepest_holder) {
            found = found || holds_articles(value, names, depth + 1);
        }
    }
    return found;
}

}  // namespace

bool can_hold_articles(std::string_view member, JsonFields& names) {
    return !names.field_of(member);
}

bool is_article(std::string_view text, JsonFields& names) {
    std::string_view name;
    std::string_view value;
    for (Members members(text); members.next(name, value);) {
        if (name == "_source") return true;
        const std::optional<FieldName> field = names.field_of(name);
        if (field && (field->field == FieldId::title || field->field == FieldId::body)) return true;
        // As the AP's service answers: [{"meta": {...}, "item": {...}}]
        if (name == "item" && value.starts_with('{')) return is_article(value, names);
    }
    return false;
}

bool holds_articles(std::string_view text, JsonFields& names) {
    return holds_articles(text, names, 1);
}

}  // namespace broadsheet
