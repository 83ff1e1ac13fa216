#include "schema/labels.h"

#include <algorithm>

#include "schema/bytes.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_forms = 8;
constexpr std::size_t longest_form = 200;  // bytes

// At most `longest_form` bytes, cut at a character.
std::string_view shortened(std::string_view form) {
    if (form.size() <= longest_form) return form;
    std::size_t end = longest_form;
    while (end > 0 && (static_cast<unsigned char>(form[end]) & 0xc0) == 0x80)
        --end;
    return form.substr(0, end);
}

}  // namespace

std::string label_key_prefix(FieldId field_id) {
    return std::string(label_prefix) + std::string(field(naming_field(field_id)).prefix);
}

std::string label_key(FieldId field_id, ValueId id) {
    return label_key_prefix(field_id) + to_text(id);
}

LabelForms::LabelForms(std::string_view encoded) {
    ByteReader reader(encoded, "a facet label");
    while (!reader.at_end()) {
        const std::string_view form = reader.text();
        add(form, reader.varint());
    }
}

void LabelForms::add(std::string_view form, std::uint64_t articles) {
    form = shortened(form);
    const auto found =
        std::find_if(forms_.begin(), forms_.end(), [&](const auto& each) { return each.first == form; });
    if (found != forms_.end()) {
        found->second += articles;
    } else {
        forms_.emplace_back(form, articles);
    }
}

void LabelForms::add(const LabelForms& other) {
    for (const auto& [form, articles] : other.forms_)
        add(form, articles);
}

std::string LabelForms::encode() const {
    std::vector<std::pair<std::string_view, std::uint64_t>> forms(forms_.begin(), forms_.end());
    std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    forms.resize(std::min(forms.size(), most_forms));
    std::string encoded;
    for (const auto& [form, articles] : forms) {
        put_text(encoded, form);
        put_varint(encoded, articles);
    }
    return encoded;
}

std::string LabelForms::label() const {
    const auto best = std::max_element(forms_.begin(), forms_.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first > b.first;
    });
    return best == forms_.end() ? std::string() : best->first;
}

}  // namespace broadsheet
