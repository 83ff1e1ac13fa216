#include "searcher/query/word_reader.h"

#include <algorithm>

#include "schema/analysis/characters.h"
#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/query/signs.h"

namespace broadsheet::query {

namespace {

// Letters of a script that no news is written in (Vai) stand for the wildcards while a word is cut and
// folded, so that they are part of it.
constexpr std::string_view any_letters = "\xea\x94\x86";
constexpr std::string_view one_letter = "\xea\x94\x87";

bool is_wildcard(char c) {
    return c == '*' || c == '?';
}

// Whether the character that ends before `at`, or the one that begins there, is part of a word.
bool word_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80)
        --begin;
    return is_word(character_at(text, begin).kind);
}
bool word_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_word(character_at(text, at).kind);
}

// A row of question marks at either end is punctuation; it can get there when the Tokenizer cuts a word.
void trim_question_marks(std::string& pattern) {
    const std::size_t first = pattern.find_first_not_of('?');
    if (first != std::string::npos && pattern[first] != '*') pattern.erase(0, first);
    const std::size_t last = pattern.find_last_not_of('?');
    if (last != std::string::npos && pattern[last] != '*') pattern.erase(last + 1);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// The chunk with its wildcards replaced. A question mark at the end of a word is punctuation more often than
// a wildcard.
std::string with_stand_ins(std::string_view chunk) {
    std::string result;
    for (std::size_t i = 0; i < chunk.size();) {
        if (!is_wildcard(chunk[i])) {
            result += chunk[i++];
            continue;
        }
        std::size_t end = i;
        while (end < chunk.size() && is_wildcard(chunk[end]))
            ++end;
        const bool behind_word = word_before(chunk, i);
        const bool before_word = word_at(chunk, end);
        const bool star = chunk.substr(i, end - i).find('*') != std::string_view::npos;
        if ((behind_word && before_word) || (star && (behind_word || before_word))) {
            for (; i < end; ++i)
                result += chunk[i] == '*' ? any_letters : one_letter;
        } else {
            result += ' ';
        }
        i = end;
    }
    return result;
}

std::size_t letters_in(std::string_view pattern) {
    return static_cast<std::size_t>(std::count_if(pattern.begin(), pattern.end(), [](char c) {
        return !is_wildcard(c) && (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

// Takes ~, ~1 or ~2 off the end. Nothing when there is none.
std::optional<std::uint32_t> take_edits(std::string_view& chunk) {
    const std::size_t tilde = chunk.rfind('~');
    if (tilde == std::string_view::npos || tilde == 0) return std::nullopt;
    if (!word_before(chunk, tilde) && !is_wildcard(chunk[tilde - 1])) return std::nullopt;
    const std::string_view digits = chunk.substr(tilde + 1);
    const auto number = read_number(digits);
    if (!digits.empty() && !number) return std::nullopt;
    chunk = chunk.substr(0, tilde);
    return std::clamp(number.value_or(1), 1u, most_edits);
}

class Reader {
public:
    Reader(bool exact, Letters letters) : exact_(exact), letters_(letters) {}

    WordReading run(std::string_view source) {
        for (std::size_t begin = 0; begin < source.size();) {
            if (is_blank(source[begin])) {
                ++begin;
                continue;
            }
            std::size_t end = begin;
            while (end < source.size() && !is_blank(source[end]))
                ++end;
            at_ = begin;
            chunk(source.substr(begin, end - begin));
            begin = end;
        }
        std::vector<Word>& words = reading_.words;
        while (!words.empty() && words.back().kind == Word::Kind::any)
            words.pop_back();
        return std::move(reading_);
    }

private:
    void fault(WordReading::Fault fault) {
        if (reading_.fault == WordReading::Fault::too_few_letters) return;
        reading_.fault = fault;
        reading_.at = at_;
    }

    void chunk(std::string_view text) {
        if (text == "*") {
            if (reading_.words.empty()) return;
            Word word;
            word.kind = Word::Kind::any;
            word.folded = "*";
            reading_.words.push_back(std::move(word));
            return;
        }
        bool exact = exact_;
        if (text.size() > 1 && text[0] == '=' && (word_at(text, 1) || is_wildcard(text[1]))) {
            exact = true;
            text.remove_prefix(1);
        }
        const std::optional<std::uint32_t> edits = take_edits(text);
        const bool foreign = text.find(any_letters.substr(0, 2)) != std::string_view::npos;
        const std::string source = foreign ? std::string(text) : with_stand_ins(text);
        const std::size_t before = reading_.words.size();
        Tokenizer tokenizer(source);
        for (Token token; tokenizer.next(token);)
            add(std::string_view(source).substr(token.begin, token.end - token.begin), exact, foreign);
        if (edits && reading_.words.size() > before) make_fuzzy(*edits);
    }

    void add(std::string_view token, bool exact, bool foreign) {
        Word word;
        word.exact = exact;
        word.letters = letters_;
        word.folded = fold_token(token);
        word.token = token;
        const std::size_t size = word.folded.size();
        if (!foreign) {
            replace_all(word.folded, any_letters, "*");
            replace_all(word.folded, one_letter, "?");
        }
        // Folding makes a lone mark a question mark.
        const bool replaced = word.folded.size() < size;
        if (replaced) trim_question_marks(word.folded);
        if (replaced && std::none_of(word.folded.begin(), word.folded.end(), is_wildcard)) {
            word.token = word.folded;
        } else if (replaced) {
            word.kind = Word::Kind::pattern;
            word.token = word.folded;
            const std::size_t letters = letters_in(word.folded);
            if (letters == 0) return;
            if (letters < least_letters) fault(WordReading::Fault::too_few_letters);
        }
        reading_.words.push_back(std::move(word));
    }

    void make_fuzzy(std::uint32_t edits) {
        Word& word = reading_.words.back();
        if (word.kind != Word::Kind::plain || letters_in(word.folded) < least_fuzzy_letters)
            return fault(WordReading::Fault::not_fuzzy);
        word.kind = Word::Kind::fuzzy;
        word.edits = edits;
        word.exact = false;
    }

    bool exact_;
    Letters letters_;
    std::size_t at_ = 0;
    WordReading reading_;
};

}  // namespace

WordReading read_words(std::string_view source, bool exact, Letters letters) {
    return Reader(exact, letters).run(source);
}

std::string to_text(const Word& word, bool with_exact) {
    std::string text = with_exact && word.exact ? "=" : "";
    text += word.folded;
    if (word.kind == Word::Kind::fuzzy) {
        text += '~';
        if (word.edits > 1) text += std::to_string(word.edits);
    }
    return text;
}

}  // namespace broadsheet::query
