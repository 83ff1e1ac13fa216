// Text as collections hold it to the form that Article promises.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// How the paragraphs of a text are told apart.
enum class Paragraphs {
    // Blank lines separate. The lines between them belong together when they look wrapped, that is, when most
    // of them
    // end where the next word would no longer have fitted; otherwise each line is a paragraph. A wrapped text
    // without
    // blank lines begins a paragraph at each indented line, or, without those too, after a short line that
    // ends a
    // sentence.
    detect,
    // Blank lines and indented lines begin a paragraph; all other lines are wrapped.
    indented,
};

// `text` must be valid UTF-8; so is the result.
//
// One line: runs of white space (Unicode's, line breaks too) become one blank, none at the ends. Control
// characters and marks that only steer display are dropped; the control codes U+0080 to U+009F become what
// Windows-1252 has there.
std::string normalise_line(std::string_view text);

// Paragraphs of such lines, one blank line between them. normalise_body(normalise_body(x)) is
// normalise_body(x).
std::string normalise_body(std::string_view text, Paragraphs paragraphs = Paragraphs::detect);

}  // namespace broadsheet
