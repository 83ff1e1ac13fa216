#include "schema/terms.h"

#include <xxhash.h>

#include <algorithm>

#include "schema/analysis/fold.h"
#include "schema/analysis/name_key.h"

namespace broadsheet {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t id_length = 11;

}  // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    for (char c : value) {
        if (c != '\0') term += c;
    }
    if (term.size() > longest_term) {
        const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
        term.resize(longest_term - id_length);
        term += to_text(hash);
    }
    return term;
}

std::string id_term(std::string_view article_id) {
    return make_term(field(FieldId::id).prefix, article_id);
}

std::string url_term(std::string_view url) {
    return std::string(field(FieldId::url).prefix) + to_text(XXH3_64bits(url.data(), url.size()));
}

ValueId value_id(FieldId field_id, std::string_view name) {
    return id_of_key(field_id, name_key(field_id, name));
}

ValueId id_of_key(FieldId field_id, std::string_view key) {
    const FieldId named = naming_field(field_id);
    std::string text(field(named).name);
    text += '\n';
    text += key;
    const ValueId id = XXH3_64bits(text.data(), text.size());
    return named == FieldId::place ? id | name_only : id;
}

std::string name_key(FieldId field_id, std::string_view name) {
    switch (naming_field(field_id)) {
        case FieldId::person:
            return person_name(name).key();
        case FieldId::organisation:
            return organisation_key(name);
        case FieldId::place: {
            constexpr std::string_view article = "the ";
            std::string key = fold_name(name);
            return key.starts_with(article) && key.size() > article.size() ? key.substr(article.size()) : key;
        }
        default:
            return fold_name(name);
    }
}

std::string to_text(ValueId id) {
    std::string text(id_length, 'A');
    for (std::size_t i = id_length; i-- > 0;) {
        text[i] = digits[id & 63];
        id >>= 6;
    }
    return text;
}

bool from_text(std::string_view text, ValueId& id) {
    if (text.size() != id_length) return false;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t digit = digits.find(text[i]);
        if (digit == std::string_view::npos || (i == 0 && digit > 15)) return false;
        value = value << 6 | digit;
    }
    id = value;
    return true;
}

std::string value_term(FieldId field_id, ValueId id) {
    return std::string(field(field_id).prefix) + to_text(id);
}

std::string pack_ids(std::vector<ValueId> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::string packed;
    packed.reserve(ids.size() * 8);
    for (ValueId id : ids) {
        for (int shift = 56; shift >= 0; shift -= 8)
            packed += static_cast<char>(id >> shift & 0xff);
    }
    return packed;
}

std::vector<ValueId> unpack_ids(std::string_view packed) {
    std::vector<ValueId> ids;
    ids.reserve(packed.size() / 8);
    for (std::size_t at = 0; at + 8 <= packed.size(); at += 8) {
        ValueId id = 0;
        for (std::size_t i = 0; i < 8; ++i)
            id = id << 8 | static_cast<unsigned char>(packed[at + i]);
        ids.push_back(id);
    }
    return ids;
}

}  // namespace broadsheet
