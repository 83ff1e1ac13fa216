#include "searcher/query/foreign.h"

#include <algorithm>
#include <array>
#include <string>

namespace broadsheet::query {

namespace {

constexpr std::uint32_t usual_reach = 10;  // of NEAR without a number
constexpr std::size_t longest_word = 16;   // of this syntax

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Empty for what is too long to be one of these words.
std::string lower(std::string_view run) {
    std::string result;
    if (run.size() > longest_word) return result;
    std::transform(run.begin(), run.end(), std::back_inserter(result), small);
    return result;
}

struct Connector {
    std::string_view name;
    bool ordered;
    bool without_slash;  // near5
};
constexpr auto connectors = std::to_array<Connector>({{"near", false, true},
                                                      {"adj", true, true},
                                                      {"onear", true, true},
                                                      {"w", false, false},
                                                      {"within", false, false},
                                                      {"pre", true, false},
                                                      {"", false, false}});

bool set_reach(std::string_view reach, Proximity& proximity) {
    if (const auto words = read_number(reach)) {
        proximity.words = *words;
        return true;
    }
    if (reach == "s" || reach == "sent") {
        proximity.unit = Proximity::Unit::sentence;
        return true;
    }
    if (reach == "p" || reach == "para") {
        proximity.unit = Proximity::Unit::paragraph;
        return true;
    }
    return false;
}

const Field* text_field(FieldId id) {
    return &field(id);
}

}  // namespace

std::optional<Proximity> foreign_distance(std::string_view run) {
    Proximity proximity;
    if (run == "NEAR" || run == "ADJ") {
        proximity.words = run == "NEAR" ? usual_reach : 1;
        proximity.ordered = run == "ADJ";
        return proximity;
    }
    if (run == "SAME") {
        proximity.unit = Proximity::Unit::paragraph;
        return proximity;
    }
    const std::string text = lower(run);
    for (const Connector& connector : connectors) {
        std::string_view rest = text;
        if (!rest.starts_with(connector.name)) continue;
        rest.remove_prefix(connector.name.size());
        const bool slash = rest.starts_with('/');
        if (slash) rest.remove_prefix(1);
        if (!slash && !(connector.without_slash && read_number(rest))) continue;
        if (!set_reach(rest, proximity)) continue;
        proximity.ordered = connector.ordered;
        return proximity;
    }
    return std::nullopt;
}

bool is_foreign_and(std::string_view run) {
    const std::string text = lower(run);
    return text == "w/seg" || text == "w/doc";
}

std::optional<Function> foreign_function(std::string_view run) {
    std::string text = lower(run);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return read_function(text);
}

bool is_foreign_operator(std::string_view word) {
    const auto function = foreign_function(word);
    return foreign_distance(word) || is_foreign_and(word) ||
           (function && function->kind == Function::Kind::at_least);
}

const Field* foreign_segment(std::string_view run) {
    struct Segment {
        std::string_view name;
        FieldId field;
    };
    constexpr auto segments = std::to_array<Segment>({{"HEADLINE", FieldId::title},
                                                      {"TITLE", FieldId::title},
                                                      {"BODY", FieldId::body},
                                                      {"TEXT", FieldId::body},
                                                      {"BYLINE", FieldId::author},
                                                      {"AUTHOR", FieldId::author},
                                                      {"PERSON", FieldId::person},
                                                      {"COMPANY", FieldId::organisation},
                                                      {"ORGANIZATION", FieldId::organisation},
                                                      {"GEOGRAPHIC", FieldId::place},
                                                      {"PUBLICATION", FieldId::source},
                                                      {"SUBJECT", FieldId::tag},
                                                      {"TERMS", FieldId::tag},
                                                      {"SECTION", FieldId::section},
                                                      {"LANGUAGE", FieldId::language},
                                                      {"headline", FieldId::title},
                                                      {"byline", FieldId::author}});
    for (const Segment& segment : segments) {
        if (segment.name == run) return &field(segment.field);
    }
    return nullptr;
}

std::optional<ForeignPrefix> foreign_prefix(std::string_view run) {
    static const auto prefixes = std::to_array<ForeignPrefix>({
        {"site:", "source:", text_field(FieldId::source), {}, ""},
        {"intitle:", "title:", text_field(FieldId::title), {}, ""},
        {"allintitle:", "title:", text_field(FieldId::title), {}, ""},
        {"hd=", "title:", text_field(FieldId::title), {}, ""},
        {"intext:", "body:", text_field(FieldId::body), {}, ""},
        {"inbody:", "body:", text_field(FieldId::body), {}, ""},
        {"hlp=", "HLEAD", nullptr, Zone::title_or_lead, ""},
        {"before:", "date:<", text_field(FieldId::date), {}, "<"},
        {"after:", "date:>=", text_field(FieldId::date), {}, ">="},
        {"by=", "author:", text_field(FieldId::author), {}, ""},
        {"sn=", "source:", text_field(FieldId::source), {}, ""},
        {"la=", "language:", text_field(FieldId::language), {}, ""},
        {"inurl:", "", nullptr, {}, ""},
        {"filetype:", "", nullptr, {}, ""},
        {"cache:", "", nullptr, {}, ""},
        {"related:", "", nullptr, {}, ""},
    });
    const std::string text = lower(run.substr(0, longest_word));
    for (const ForeignPrefix& prefix : prefixes) {
        if (text.starts_with(prefix.name)) return prefix;
    }
    return std::nullopt;
}

}  // namespace broadsheet::query
