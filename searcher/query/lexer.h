// Query text to lexemes: words, quoted texts, operators, brackets and field names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/signs.h"
#include "searcher/query/warnings.h"

namespace broadsheet::query {

enum class LexemeKind {
    word,    // a run without white space, brackets and quotes
    quoted,  // `text` is what stands between the quotes
    open,
    close,
    and_,
    or_,
    not_,      // NOT, or a - in front of something
    plus,      // a + in front of something
    field,     // `name:`
    distance,  // W/5, W/S, PRE/3 ...
    function,  // ATLEAST3, CAPS, LEAD ...; most often in front of a bracket
    end,
};

// Whether something to search for can begin so.
constexpr bool is_operand(LexemeKind kind) {
    return kind == LexemeKind::word || kind == LexemeKind::quoted || kind == LexemeKind::open ||
           kind == LexemeKind::field || kind == LexemeKind::function;
}

struct Lexeme {
    LexemeKind kind = LexemeKind::end;
    Range range;
    std::string_view text;         // of the query text
    const Field* field = nullptr;  // of kind `field`
    std::string_view sign;         // of kind `field`: what its value is to be read behind
    bool closed = true;            // of kind `quoted`: the closing quote is there
    bool exact = false;            // of kind `quoted`: = in front of it
    Proximity proximity;           // of kind `distance`
    Function function;             // of kind `function`
};

// The lexemes in order, closed by one of kind `end`. `text` must outlive them. Throws Error(bad_query), with
// the place, for a field that does not exist. What comes from other services' syntax is said in `warnings`.
std::vector<Lexeme> lex(std::string_view text, Warnings& warnings);

// "character 12": where a byte of the query text is, as users count.
std::string place(std::string_view text, std::size_t byte);

}  // namespace broadsheet::query
