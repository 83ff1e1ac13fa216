#include "indexer/document.h"

#include <algorithm>

#include "schema/terms.h"

namespace broadsheet {

namespace {

void append(std::vector<LabelledValue>& values, FieldId field_id, const std::string& name) {
    if (!name.empty()) values.push_back({{field_id, value_id(field_id, name)}, name});
}

void append(std::vector<LabelledValue>& values, FieldId field_id, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        append(values, field_id, name);
}

}  // namespace

std::vector<LabelledValue> facet_values(const Article& article) {
    std::vector<LabelledValue> values;
    append(values, FieldId::person, article.people);
    append(values, FieldId::organisation, article.organisations);
    append(values, FieldId::place, article.places);
    append(values, FieldId::source, article.source);
    append(values, FieldId::author, article.authors);
    append(values, FieldId::section, article.section);
    append(values, FieldId::tag, article.tags);
    append(values, FieldId::language, article.language);
    const auto less = [](const LabelledValue& a, const LabelledValue& b) { return a.value < b.value; };
    const auto same = [](const LabelledValue& a, const LabelledValue& b) { return a.value == b.value; };
    std::stable_sort(values.begin(), values.end(), less);
    values.erase(std::unique(values.begin(), values.end(), same), values.end());
    return values;
}

Xapian::Document make_document(const Article& article, const AnalysedText& text, const Vocabulary& vocabulary,
                               std::uint32_t title_weight, const std::vector<LabelledValue>& values,
                               std::uint64_t content_hash) {
    Xapian::Document document;
    std::string term;
    for (const AnalysedText::Term& word : text.terms) {
        term = vocabulary.text(word.number);
        document.add_term(term, word.in_body + title_weight * word.in_title);
        if (word.in_title > 0) document.add_boolean_term(make_term(field(FieldId::title).prefix, term));
    }
    document.add_boolean_term(id_term(article.id));
    if (!article.url.empty()) document.add_boolean_term(url_term(article.url));
    std::vector<ValueId> ids;
    for (auto value = values.begin(); value != values.end(); ++value) {
        document.add_boolean_term(value_term(value->value.field, value->value.id));
        ids.push_back(value->value.id);
        const auto next = value + 1;
        if (next == values.end() || next->value.field != value->value.field) {
            document.add_value(field(value->value.field).slot, pack_ids(std::move(ids)));
            ids.clear();
        }
    }
    if (article.date) {
        document.add_value(field(FieldId::date).slot,
                           Xapian::sortable_serialise(static_cast<double>(*article.date)));
    }
    document.add_value(content_hash_slot, pack_hash(content_hash));
    return document;
}

ColumnRow make_row(const Article& article, std::uint32_t length, const std::vector<LabelledValue>& values) {
    ColumnRow row;
    row.length = length;
    row.date = article.date;
    for (const LabelledValue& value : values)
        row.values.push_back(value.value);
    return row;
}

std::uint32_t document_length(const AnalysedText& text, std::uint32_t title_weight) {
    const auto tokens = static_cast<std::uint32_t>(text.tokens.size());
    return tokens - text.title_tokens + title_weight * text.title_tokens;
}

std::string pack_hash(std::uint64_t hash) {
    return pack_ids({hash});
}

}  // namespace broadsheet
