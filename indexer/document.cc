#include "indexer/document.h"

#include <algorithm>

#include "schema/origin.h"
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

void append(std::vector<LabelledValue>& values, const entities::ArticleEntities& found) {
    for (const entities::NamedEntity& each : found.entities) {
        if (each.counts()) values.push_back({{each.entity.field, each.entity.id}, each.label});
    }
    for (const std::uint32_t i : found.dateline) {
        values.push_back({{FieldId::dateline, found.entities[i].entity.id}, found.entities[i].label});
    }
}

}  // namespace

void add_entity_terms(const Article& article, const entities::ArticleEntities* found,
                      Xapian::Document& document) {
    Origins origins;
    if (found == nullptr) {
        origins.collection = {!article.people.empty(), !article.organisations.empty(),
                              !article.places.empty()};
    } else {
        for (const entities::NamedEntity& each : found->entities) {
            const auto kind = static_cast<std::size_t>(each.entity.field);
            origins.text[kind] = origins.text[kind] || each.recognised;
            origins.collection[kind] = origins.collection[kind] || each.entity.given;
        }
        for (const ValueId subject : subjects_of(*found))
            document.add_boolean_term(value_term(FieldId::about, subject));
    }
    if (const std::string value = pack(origins); !value.empty()) document.add_value(origins_slot, value);
}

Annotation stored_annotation(const entities::ArticleEntities& found) {
    Annotation annotation;
    for (const entities::NamedEntity& each : found.entities) {
        if (each.recognised || each.entity.given) annotation.push_back(each.entity);
    }
    return annotation;
}

std::vector<LabelledValue> facet_values(const Article& article, const entities::ArticleEntities* found) {
    std::vector<LabelledValue> values;
    if (found != nullptr) {
        append(values, *found);
    } else {
        append(values, FieldId::person, article.people);
        append(values, FieldId::organisation, article.organisations);
        append(values, FieldId::place, article.places);
    }
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

std::vector<ValueId> subjects_of(const entities::ArticleEntities& found) {
    std::vector<ValueId> subjects;
    for (const entities::NamedEntity& each : found.entities) {
        if (each.counts() && each.entity.salience >= subject_salience) subjects.push_back(each.entity.id);
    }
    std::sort(subjects.begin(), subjects.end());
    return subjects;
}

ColumnRow make_row(const Article& article, std::uint32_t length, const std::vector<LabelledValue>& values,
                   const Annotation& annotation, const std::vector<ValueId>& subjects) {
    const auto level = [&](const FacetValue& value) -> SalienceLevel {
        for (const Entity& entity : annotation) {
            if (entity.field == value.field && entity.id == value.id) return level_of(entity.salience);
        }
        const bool is_subject =
            is_entity(value.field) && std::binary_search(subjects.begin(), subjects.end(), value.id);
        return is_subject ? subject_level : SalienceLevel{0};
    };
    ColumnRow row;
    row.length = length;
    row.date = article.date;
    for (const LabelledValue& value : values)
        row.values.push_back(value.value);
    for (const FacetValue& value : row.values)
        row.levels.push_back(level(value));
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
