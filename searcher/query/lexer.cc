#include "searcher/query/lexer.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/error.h"
#include "searcher/query/foreign.h"

namespace broadsheet::query {

namespace {

// The length of a field name with its colon at the beginning of a word, or 0.
std::size_t field_name_length(std::string_view word) {
    std::size_t length = 0;
    while (length < word.size() && (is_ascii_letter(word[length]) || word[length] == '_'))
        ++length;
    return length >= 2 && length < word.size() && word[length] == ':' ? length + 1 : 0;
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
    Lexer(std::string_view text, Warnings& warnings) : text_(text), warnings_(warnings) {}

    std::vector<Lexeme> run() {
        while (true) {
            const std::size_t before = at_;
            while (at_ < text_.size() && is_blank(text_[at_]))
                ++at_;
            if (at_ == text_.size()) break;
            one(before == at_ && !lexemes_.empty());
        }
        if (foreign_) read_small_operators();
        add(LexemeKind::end, 0);
        return std::move(lexemes_);
    }

private:
    // `glued`: right behind the lexeme before it.
    void one(bool glued) {
        // What follows `field:` directly is its value, whatever it looks like.
        const bool is_value = glued && last_is(LexemeKind::field);
        const char c = text_[at_];
        if (c == '(') return add(LexemeKind::open, 1);
        if (c == ')') return add(LexemeKind::close, 1);
        if (quote_length(text_.substr(at_)) > 0) return quoted(0, glued && last_is(LexemeKind::word));
        if (c == '=' && quote_length(text_.substr(at_ + 1)) > 0) return quoted(1, false);
        if (c == '|') return bars();
        if (!is_value && starts_sign(c, glued)) return add(c == '+' ? LexemeKind::plus : LexemeKind::not_, 1);
        word(is_value, glued);
    }

    bool last_is(LexemeKind kind) const { return !lexemes_.empty() && lexemes_.back().kind == kind; }

    void add(LexemeKind kind, std::size_t length) {
        Lexeme lexeme;
        lexeme.kind = kind;
        lexeme.range = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)};
        lexeme.text = text_.substr(at_, length);
        lexemes_.push_back(lexeme);
        at_ += length;
    }

    void add_foreign(LexemeKind kind, std::string_view run, std::string_view read_as) {
        warnings_.add(fmt::format("{} at {} was read as {}", run, place(text_, at_), read_as));
        add(kind, run.size());
    }

    // A sign in front of something, not a dash between words nor the first of a row of dashes.
    bool starts_sign(char c, bool glued) const {
        if (c != '-' && c != '+') return false;
        if (glued && (last_is(LexemeKind::word) || last_is(LexemeKind::close))) return false;
        if (at_ + 1 >= text_.size()) return false;
        const char next = text_[at_ + 1];
        return !is_blank(next) && next != '-' && next != '+' && next != ')';
    }

    void bars() {
        const std::size_t end = std::min(text_.find_first_not_of('|', at_), text_.size());
        add_foreign(LexemeKind::or_, text_.substr(at_, end - at_), "OR");
    }

    // A quote right behind a word that is never closed is an inch sign or a slip, not the beginning of a
    // phrase. `signs`: bytes in front of the quote.
    void quoted(std::size_t signs, bool behind_word) {
        const std::size_t open = quote_length(text_.substr(at_ + signs));
        const std::size_t begin = at_ + signs + open;
        // A straight quote is closed by one of its kind only, so that curly ones can stand inside.
        const auto closes = [&](std::size_t length) { return open == 1 ? length == 1 : length > 0; };
        std::size_t end = begin;
        while (end < text_.size() && !closes(quote_length(text_.substr(end))))
            ++end;
        const bool closed = end < text_.size();
        if (!closed && behind_word) {
            at_ = begin;
            return;
        }
        const std::size_t close = closed ? quote_length(text_.substr(end)) : 0;
        if (open > 1 || close > 1) warnings_.add("curly quotes were read as straight ones");
        add(LexemeKind::quoted, end + close - at_);
        lexemes_.back().text = text_.substr(begin, end - begin);
        lexemes_.back().closed = closed;
        lexemes_.back().exact = signs > 0;
    }

    std::string_view run_at(std::size_t begin) const {
        std::size_t end = begin;
        while (end < text_.size() && !is_blank(text_[end]) && text_[end] != '(' && text_[end] != ')' &&
               text_[end] != '|' && quote_length(text_.substr(end)) == 0)
            ++end;
        return text_.substr(begin, end - begin);
    }

    void word(bool is_value, bool glued) {
        const std::string_view run = run_at(at_);
        const std::size_t end = at_ + run.size();
        const bool before_bracket = end < text_.size() && text_[end] == '(';
        const auto function = before_bracket ? read_function(run) : std::nullopt;
        const bool of_text = !is_value || lexemes_.back().field->kind == FieldKind::text;
        if (function && of_text) {
            add(LexemeKind::function, run.size());
            lexemes_.back().function = *function;
            return;
        }
        if (is_value && kind_of_subject(run)) return;
        if (is_value) return add(LexemeKind::word, run.size());
        if (run == "AND") return add(LexemeKind::and_, run.size());
        if (run == "OR") return add(LexemeKind::or_, run.size());
        if (run == "NOT") return add(LexemeKind::not_, run.size());
        if (const auto proximity = read_distance(run)) {
            add(LexemeKind::distance, run.size());
            lexemes_.back().proximity = *proximity;
            return;
        }
        if (foreign_word(run, before_bracket)) return;
        if (glued && last_is(LexemeKind::quoted) && run.front() == '~') {
            warnings_.add(fmt::format("{} at {} was left out; for words near each other write a W/5 b", run,
                                      place(text_, at_)));
            at_ += run.size();
            return;
        }
        if (const std::size_t length = field_name_length(run)) {
            const bool behind =
                end < text_.size() && (text_[end] == '(' || quote_length(text_.substr(end)) > 0);
            const bool value_follows = run.size() > length ? run[length] != '/' : behind;
            if (field_prefix(run.substr(0, length - 1), value_follows)) return;
        }
        add(LexemeKind::word, run.size());
    }

    // The `person:` of about:person:Ford.
    bool kind_of_subject(std::string_view run) {
        if (lexemes_.back().field->id != FieldId::about) return false;
        const std::size_t length = field_name_length(run);
        const Field* kind = length == 0 ? nullptr : find_field(run.substr(0, length - 1));
        if (kind == nullptr || !is_entity(kind->id)) return false;
        add(LexemeKind::field, length);
        lexemes_.back().field = kind;
        return true;
    }

    // Reads what is syntax elsewhere; false when it is none.
    bool foreign_word(std::string_view run, bool before_bracket) {
        if (run == "&" || run == "&&" || is_foreign_and(run)) {
            add_foreign(LexemeKind::and_, run, "AND");
            return true;
        }
        if (run == "AROUND" && before_bracket) return around();
        if (const auto proximity = foreign_distance(run)) {
            add_distance(run, *proximity);
            return true;
        }
        const auto function = foreign_function(run);
        const bool is_function = function && (before_bracket || function->kind == Function::Kind::at_least);
        if (is_function) {
            foreign_ = true;
            add_foreign(LexemeKind::function, run, "an operator");
            lexemes_.back().function = *function;
            return true;
        }
        if (const Field* segment = before_bracket ? foreign_segment(run) : nullptr) {
            add_foreign(LexemeKind::field, run, std::string(segment->name) + ":");
            lexemes_.back().field = segment;
            return true;
        }
        const auto prefix = foreign_prefix(run);
        return prefix && foreign_field(run, *prefix);
    }

    void add_distance(std::string_view run, const Proximity& proximity) {
        foreign_ = true;
        add_foreign(LexemeKind::distance, run, to_text(proximity));
        lexemes_.back().proximity = proximity;
    }

    // AROUND(5)
    bool around() {
        const std::size_t close = text_.find(')', at_);
        if (close == std::string_view::npos) return false;
        const std::size_t open = text_.find('(', at_);
        const auto words = read_number(text_.substr(open + 1, close - open - 1));
        if (!words) return false;
        Proximity proximity;
        proximity.words = *words;
        add_distance(text_.substr(at_, close + 1 - at_), proximity);
        return true;
    }

    bool foreign_field(std::string_view run, const ForeignPrefix& prefix) {
        const std::size_t end = at_ + prefix.name.size();
        const bool value_follows =
            end < text_.size() && !is_blank(text_[end]) && text_[end] != ')' && text_[end] != '/';
        if (!value_follows) return false;
        const std::string_view name = text_.substr(at_, prefix.name.size());
        if (prefix.field == nullptr && !prefix.zone) {
            warnings_.add(
                fmt::format("{} at {} can not be asked here and was left out", run, place(text_, at_)));
            at_ += run.size();
        } else if (prefix.zone) {
            add_foreign(LexemeKind::function, name, prefix.read_as);
            lexemes_.back().function = {Function::Kind::zone, 1, Letters::any, *prefix.zone};
        } else {
            add_foreign(LexemeKind::field, name, prefix.read_as);
            lexemes_.back().field = prefix.field;
            lexemes_.back().sign = prefix.sign;
        }
        return true;
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

    // Where connectors are typed small, so are and, or, not.
    void read_small_operators() {
        for (std::size_t i = 0; i < lexemes_.size(); ++i) {
            Lexeme& lexeme = lexemes_[i];
            const bool is_value = i > 0 && lexemes_[i - 1].kind == LexemeKind::field &&
                                  lexemes_[i - 1].range.end == lexeme.range.begin;
            if (lexeme.kind != LexemeKind::word || is_value) continue;
            if (lexeme.text == "and") lexeme.kind = LexemeKind::and_;
            if (lexeme.text == "or") lexeme.kind = LexemeKind::or_;
            if (lexeme.text == "not") lexeme.kind = LexemeKind::not_;
            if (lexeme.kind == LexemeKind::word) continue;
            warnings_.add(fmt::format("{} at {} was read as an operator", lexeme.text,
                                      place(text_, lexeme.range.begin)));
        }
    }

    std::string_view text_;
    Warnings& warnings_;
    std::size_t at_ = 0;
    bool foreign_ = false;  // connectors in small letters were met
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view text, Warnings& warnings) {
    return Lexer(text, warnings).run();
}

std::string place(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    const auto characters = std::count_if(
        before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return "character " + std::to_string(characters + 1);
}

}  // namespace broadsheet::query
