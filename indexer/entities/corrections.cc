#include "indexer/entities/corrections.h"

#include <unordered_map>
#include <utility>

#include "schema/analysis/name_key.h"

namespace broadsheet::entities {

namespace {

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

// "Halvorsen said" is the company where the text has a Halvorsen Marine Corp and nobody of that name.
void correct_companies(const Article& article, std::vector<Mention>& mentions) {
    std::unordered_map<std::string_view, bool> companies;  // by first word; false where a person has it, too
    for (const Mention& mention : mentions) {
        const std::string_view name = text_of(article, mention);
        if (mention.type == EntityType::organisation && has_company_form(name))
            companies.try_emplace(first_word(name), true);
    }
    if (companies.empty()) return;
    for (const Mention& mention : mentions) {
        const std::string_view name = text_of(article, mention);
        if (mention.type != EntityType::person || name.find(' ') == std::string_view::npos) continue;
        const auto named = companies.find(name.substr(name.rfind(' ') + 1));
        if (named != companies.end()) named->second = false;
    }
    for (Mention& mention : mentions) {
        const auto company = companies.find(text_of(article, mention));
        if (company != companies.end() && company->second) mention.type = EntityType::organisation;
    }
}

bool is_letter(char c) {
    return is_capital(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// "Jurf Al-Sakhr", of which "Al-Sakhr" was found: no name of a place begins with the article in the middle of
// a sentence right behind a capitalised word.
void complete_arabic_names(const Article& article, std::vector<Mention>& mentions) {
    std::uint32_t free_from = 0;  // behind the mention before
    bool in_title = true;
    for (Mention& mention : mentions) {
        if (std::exchange(in_title, mention.in_title) != mention.in_title) free_from = 0;
        const std::string_view text = mention.in_title ? article.title : article.body;
        const std::string_view name = text_of(article, mention);
        const bool has_article =
            name.starts_with("Al-") || name.starts_with("al-") || name.starts_with("El-");
        const std::uint32_t end = mention.end;
        if (mention.type == EntityType::place && has_article && mention.begin > 1 &&
            text[mention.begin - 1] == ' ') {
            std::uint32_t begin = mention.begin - 1;
            while (begin > free_from && is_letter(text[begin - 1]))
                --begin;
            constexpr std::uint32_t least = 3;  // letters, and the blank
            const bool in_sentence =
                begin > free_from + 1 && text[begin - 1] == ' ' && is_letter(text[begin - 2]);
            if (mention.begin - begin > least && is_capital(text[begin]) && in_sentence)
                mention.begin = begin;
        }
        free_from = end;
    }
}

}  // namespace

void correct_mentions(const Article& article, const AliasTable& aliases, std::vector<Mention>& mentions) {
    for (Mention& mention : mentions) {
        const std::optional<FieldId> kind = aliases.kind_of(text_of(article, mention));
        if (kind) mention.type = static_cast<EntityType>(*kind);
    }
    correct_companies(article, mentions);
    complete_arabic_names(article, mentions);
}

}  // namespace broadsheet::entities
