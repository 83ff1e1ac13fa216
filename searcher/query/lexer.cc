#include "searcher/query/lexer.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/error.h"

namespace broadsheet::query {

namespace {

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_delimiter(char c) {
    return c == '(' || c == ')' || c == '"';
}

// The length of a field name with its colon at the beginning of a word, or 0.
std::size_t field_name_length(std::string_view word) {
    std::size_t length = 0;
    while (length < word.size() && (is_letter(word[length]) || word[length] == '_'))
        ++length;
    return length >= 2 && length < word.size() && word[length] == ':' ? length + 1 : 0;
}

// NEAR/5, W/5, W/S, W/P, PRE/5
bool is_distance(std::string_view word) {
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos || slash + 1 == word.size()) return false;
    const std::string_view name = word.substr(0, slash);
    const std::string_view reach = word.substr(slash + 1);
    if (name != "NEAR" && name != "W" && name != "PRE") return false;
    if (name == "W" && (reach == "S" || reach == "P")) return true;
    return reach.size() <= 4 && std::all_of(reach.begin(), reach.end(), is_digit);
}

// ATLEAST3, CAPS, LEAD
bool is_function(std::string_view word) {
    if (word == "CAPS" || word == "LEAD") return true;
    constexpr std::string_view at_least = "ATLEAST";
    if (!word.starts_with(at_least)) return false;
    word.remove_prefix(at_least.size());
    return !word.empty() && word.size() <= 4 && std::all_of(word.begin(), word.end(), is_digit);
}

std::string field_names() {
    std::string names;
    for (const Field& row : fields) {
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    return names;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Lexeme> run() {
        while (true) {
            const std::size_t before = at_;
            while (at_ < text_.size() && is_blank(text_[at_]))
                ++at_;
            const bool glued = before == at_ && !lexemes_.empty();
            if (at_ == text_.size()) break;
            // What follows `field:` directly is its value, whatever it looks like.
            const bool is_value = glued && lexemes_.back().kind == LexemeKind::field;
            const char c = text_[at_];
            if (c == '(') {
                add(LexemeKind::open, 1);
            } else if (c == ')') {
                add(LexemeKind::close, 1);
            } else if (c == '"') {
                quoted(glued && lexemes_.back().kind == LexemeKind::word);
            } else if (!is_value && starts_sign(c, glued)) {
                add(c == '+' ? LexemeKind::plus : LexemeKind::not_, 1);
            } else {
                word(is_value);
            }
        }
        add(LexemeKind::end, 0);
        return std::move(lexemes_);
    }

private:
    void add(LexemeKind kind, std::size_t length) {
        Lexeme lexeme;
        lexeme.kind = kind;
        lexeme.range = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)};
        lexeme.text = text_.substr(at_, length);
        lexemes_.push_back(lexeme);
        at_ += length;
    }

    // A sign in front of something, not a dash between words nor the first of a row of dashes.
    bool starts_sign(char c, bool glued) const {
        if (c != '-' && c != '+') return false;
        if (glued && (lexemes_.back().kind == LexemeKind::word || lexemes_.back().kind == LexemeKind::close))
            return false;
        if (at_ + 1 >= text_.size()) return false;
        const char next = text_[at_ + 1];
        return !is_blank(next) && next != '-' && next != '+' && next != ')';
    }

    // A quote right behind a word that is never closed is an inch sign or a slip, not the beginning of a
    // phrase.
    void quoted(bool behind_word) {
        const std::size_t close = text_.find('"', at_ + 1);
        if (close == std::string_view::npos && behind_word) {
            ++at_;
            return;
        }
        const std::size_t begin = at_;
        const std::size_t end = std::min(close, text_.size());
        add(LexemeKind::quoted, std::min(end + 1, text_.size()) - begin);
        lexemes_.back().text = text_.substr(begin + 1, end - begin - 1);
        lexemes_.back().closed = close != std::string_view::npos;
    }

    void word(bool is_value) {
        std::size_t end = at_;
        while (end < text_.size() && !is_blank(text_[end]) && !is_delimiter(text_[end]))
            ++end;
        const std::string_view run = text_.substr(at_, end - at_);
        const bool before_bracket = end < text_.size() && text_[end] == '(';
        if (is_value) return add(LexemeKind::word, run.size());
        if (run == "AND") return add(LexemeKind::and_, run.size());
        if (run == "OR") return add(LexemeKind::or_, run.size());
        if (run == "NOT") return add(LexemeKind::not_, run.size());
        if (is_distance(run)) return add(LexemeKind::distance, run.size());
        if (before_bracket && is_function(run)) return add(LexemeKind::function, run.size());
        if (const std::size_t length = field_name_length(run)) {
            const bool value_follows =
                run.size() > length ? run[length] != '/'
                                    : end < text_.size() && is_delimiter(text_[end]) && text_[end] != ')';
            if (field_prefix(run.substr(0, length - 1), value_follows)) return;
        }
        add(LexemeKind::word, run.size());
    }

    // False when `name:` is plain text after all.
    bool field_prefix(std::string_view name, bool value_follows) {
        const Field* row = find_field(name);
        if (row == nullptr) {
            if (!value_follows) return false;
            const std::string_view nearest = nearest_field_name(name);
            throw Error(ErrorCode::bad_query,
                        fmt::format("there is no field \"{}\" (at {} of the query)", name, place(text_, at_)),
                        nearest.empty()
                            ? "put quotes around text with a colon in it; fields are " + field_names()
                            : fmt::format("did you mean {}:?", nearest));
        }
        add(LexemeKind::field, name.size() + 1);
        lexemes_.back().field = row;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view text) {
    return Lexer(text).run();
}

std::string place(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    const auto characters = std::count_if(
        before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return "character " + std::to_string(characters + 1);
}

}  // namespace broadsheet::query
