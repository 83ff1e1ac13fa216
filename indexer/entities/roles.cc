#include "indexer/entities/roles.h"

#include <algorithm>
#include <array>

namespace broadsheet::entities {
namespace {

bool equal_folded(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
    }
    return true;
}

template <class List>
bool among(std::string_view text, const List& list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view it) { return equal_folded(text, it); });
}

constexpr auto agencies = std::to_array<std::string_view>(
    {"reuters", "ap",     "afp",      "upi",        "dpa",    "ani",          "pti",    "ians",
     "xinhua",  "tass",   "interfax", "efe",        "ansa",   "yonhap",       "kyodo",  "bloomberg",
     "cnn",     "bbc",    "pa",       "aap",        "getty",  "shutterstock", "irna",   "wam",
     "bernama", "antara", "apa",      "associated", "agence", "anadolu",      "upi.com"});
constexpr auto credits =
    std::to_array<std::string_view>({"photo", "photos", "photograph", "photographs", "picture", "pictures",
                                     "image", "images", "credit", "illustration", "graphic"});
constexpr auto writings =
    std::to_array<std::string_view>({"reporting", "editing", "writing", "compiled", "written", "edited",
                                     "reported", "translated", "additional"});

bool is_dash(std::string_view text) {
    return text == "-" || text == "--" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94" || text == "---";
}

bool is_date_part(std::string_view text) {
    constexpr auto months = std::to_array<std::string_view>(
        {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
    if (!text.empty() && text[0] >= '0' && text[0] <= '9') return true;
    return text.size() >= 3 && text.size() <= 9 && text[0] >= 'A' && text[0] <= 'Z' &&
           among(text.substr(0, 3), months);
}

bool is_joint(std::string_view text) {
    return text == "," || text == "(" || text == ")" || text == "/" || text == ";" || text == "|" ||
           equal_folded(text, "and");
}

constexpr std::uint32_t longest_dateline = 16;  // tokens
constexpr std::uint32_t longest_credit = 60;    // a paragraph of picture text

}  // namespace

void RoleFinder::start(bool head, bool tail) {
    pieces_.clear();
    head_ = head;
    tail_ = tail;
}

bool RoleFinder::is(std::uint32_t token, std::string_view lower) const {
    return equal_folded(pieces_[token].text, lower);
}

const std::vector<Role>& RoleFinder::find(std::vector<Span>& spans) {
    roles_.assign(spans.size(), Role::subject);
    std::uint32_t span = 0;
    std::uint32_t number = head_ ? 0 : 1000;
    const auto count = static_cast<std::uint32_t>(pieces_.size());
    for (std::uint32_t first = 0; first < count;) {
        std::uint32_t end = first + 1;
        while (end < count && !pieces_[end].after_break)
            ++end;
        Paragraph paragraph{first, end, span, span, number, tail_ && end == count};
        while (span < spans.size() && spans[span].first < end)
            ++span;
        paragraph.span_end = span;
        if (!pieces_[first].title && paragraph.span < paragraph.span_end) {
            dateline(paragraph, spans);
            lone_name(paragraph, spans);
            cues(paragraph, spans);
        }
        if (!pieces_[first].title) ++number;
        first = end;
    }
    return roles_;
}

// "BAGHDAD, Iraq, Jan 24 (Agency) - ": only places, dates, commas and a bracket up to the dash, or up to the
// end of a paragraph that ends with a date.
void RoleFinder::dateline(const Paragraph& paragraph, std::vector<Span>& spans) {
    if (paragraph.number > 4 || spans[paragraph.span].first != paragraph.first) return;
    std::uint32_t i = paragraph.first;
    std::uint32_t span = paragraph.span;
    const std::uint32_t end = std::min(paragraph.end, paragraph.first + longest_dateline);
    bool bracket = false;
    bool dated = false;
    bool closed = false;
    while (i < end) {
        const std::string_view text = pieces_[i].text;
        if (span < paragraph.span_end && spans[span].first == i) {
            i = spans[span++].last + 1;
            continue;
        }
        if (is_dash(text)) {
            closed = true;
            break;
        }
        if (text == "(" || text == ")")
            bracket = true;
        else if (is_date_part(text))
            dated = true;
        else if (text != "," && text != "." && text != "/" && !(bracket && text != ":"))
            break;
        ++i;
    }
    if (!closed && !(i == paragraph.end && dated)) return;
    bool inside = false;
    span = paragraph.span;
    for (std::uint32_t k = paragraph.first; k < i; ++k) {
        if (pieces_[k].text == "(") inside = true;
        if (pieces_[k].text == ")") inside = false;
        if (span >= paragraph.span_end || spans[span].first != k) continue;
        if (inside || among(pieces_[k].text, agencies)) {
            spans[span].kind = Kind::organisation;
            roles_[span] = Role::agency;
        } else {
            if (k == paragraph.first && (bracket || dated)) spans[span].kind = Kind::place;
            roles_[span] = spans[span].kind == Kind::place          ? Role::dateline
                           : spans[span].kind == Kind::organisation ? Role::agency
                                                                    : Role::byline;
        }
        k = spans[span++].last;
    }
}

// A paragraph that is nothing but a name: an author's line at either end, an agency's tag.
void RoleFinder::lone_name(const Paragraph& paragraph, const std::vector<Span>& spans) {
    const Span& span = spans[paragraph.span];
    const std::uint32_t rest = paragraph.end - paragraph.first - (span.last - span.first + 1);
    if (rest > 2 || paragraph.span_end - paragraph.span != 1 || roles_[paragraph.span] != Role::subject)
        return;
    for (std::uint32_t i = paragraph.first; i < paragraph.end; ++i) {
        const bool in_name = i >= span.first && i <= span.last;
        const std::string_view text = pieces_[i].text;
        if (!in_name && !is_dash(text) && text != "(" && text != ")" && text != "." &&
            !equal_folded(text, "by") && text != ":")
            return;
    }
    const bool by = is(paragraph.first, "by");
    if (span.kind == Kind::person && (paragraph.last || paragraph.number <= 1 || by))
        roles_[paragraph.span] = Role::byline;
    else if (span.kind == Kind::organisation && among(pieces_[span.first].text, agencies))
        roles_[paragraph.span] = Role::agency;
}

// Words before a name that give it its role: "By", "Reporting by", "Photo:", "REUTERS/"; names joined to such
// a name by commas and the like share it.
void RoleFinder::cues(const Paragraph& paragraph, const std::vector<Span>& spans) {
    Role carried = Role::subject;
    std::uint32_t carried_end = 0;
    for (std::uint32_t n = paragraph.span; n < paragraph.span_end; ++n) {
        const Span& span = spans[n];
        const auto before = [&](std::uint32_t back) -> std::string_view {
            return span.first >= paragraph.first + back ? pieces_[span.first - back].text
                                                        : std::string_view{};
        };
        Role role = Role::subject;
        const bool agency = among(pieces_[span.first].text, agencies);
        const bool next_slash = span.last + 2 < paragraph.end && pieces_[span.last + 1].text == "/" &&
                                n + 1 < paragraph.span_end && spans[n + 1].first == span.last + 2;
        if (equal_folded(before(1), "by")) {
            if (among(before(2), credits))
                role = Role::credit;
            else if (among(before(2), writings))
                role = Role::byline;
            else if (span.first == paragraph.first + 1 && span.kind == Kind::person &&
                     paragraph.end - paragraph.first < longest_dateline)
                role = Role::byline;
        } else if (before(1) == ":" && among(before(2), credits) &&
                   paragraph.end - paragraph.first < longest_credit) {
            role = Role::credit;
        } else if (agency && next_slash && span.kind != Kind::place) {
            role = Role::credit;
        } else if (agency && before(1) == "(" && span.last + 1 < paragraph.end &&
                   pieces_[span.last + 1].text == ")") {
            role = Role::agency;
        } else if (agency && (equal_folded(before(1), "copyright") || before(1) == "\xC2\xA9" ||
                              equal_folded(before(2), "copyright") || before(2) == "\xC2\xA9")) {
            role = Role::agency;
        } else if (span.kind == Kind::person && span.last + 3 < paragraph.end &&
                   is(span.last + 1, "contributed") && is(span.last + 2, "to") && is(span.last + 3, "this")) {
            role = Role::byline;
        }
        if (role == Role::subject && carried != Role::subject && span.first - carried_end <= 3) {
            bool joined = true;
            for (std::uint32_t i = carried_end; i < span.first; ++i)
                joined = joined && is_joint(pieces_[i].text);
            if (joined && carried_end < span.first) role = carried;
        }
        if (role != Role::subject && roles_[n] == Role::subject)
            roles_[n] = role == Role::byline && span.kind == Kind::organisation ? Role::agency : role;
        carried = role == Role::agency ? Role::subject : role;
        carried_end = span.last + 1;
    }
}

}  // namespace broadsheet::entities
