#include "corpus/normalise.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "corpus/charset.h"
#include "corpus/lines.h"

namespace broadsheet {

namespace {

enum class Kind : std::uint8_t {
    plain,
    blank,
    dropped,
    lead
};  // lead: of a multi-byte character that may be special

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        table[byte] = Kind::dropped;
    table[0x7f] = Kind::dropped;
    for (const unsigned char byte : {' ', '\t', '\n', '\v', '\f', '\r'})
        table[byte] = Kind::blank;
    for (const std::size_t byte : {0xc2, 0xe1, 0xe2, 0xe3, 0xef})
        table[byte] = Kind::lead;
    return table;
}();

struct Special {
    Kind kind;
    std::size_t length;  // of the character in bytes
    char32_t meant = 0;  // what stands for it, when it is plain and not itself
};

// What the character is that begins at `text[at]` with a lead byte of the table above.
Special special_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0u;
    };
    const unsigned second = byte(1);
    const unsigned third = byte(2);
    switch (byte(0)) {
        case 0xc2:
            if (second < 0xa0) {
                const char32_t meant = windows_1252(static_cast<unsigned char>(second));
                return {meant == 0 ? Kind::dropped : Kind::plain, 2, meant};
            }
            if (second == 0xa0) return {Kind::blank, 2};
            return {second == 0xad ? Kind::dropped : Kind::plain, 2};  // U+00AD: soft hyphen
        case 0xe1:
            return {second == 0x9a && third == 0x80 ? Kind::blank : Kind::plain, 3};
        case 0xe2:
            if (second == 0x80) {
                if (third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf) return {Kind::blank, 3};
                // Zero-width space and direction marks; the joiners U+200C and U+200D belong to words.
                if (third == 0x8b || third == 0x8e || third == 0x8f || (third >= 0xaa && third <= 0xae))
                    return {Kind::dropped, 3};
            } else if (second == 0x81) {
                if (third == 0x9f) return {Kind::blank, 3};
                if (third >= 0xa0 && third <= 0xaf) return {Kind::dropped, 3};
            }
            return {Kind::plain, 3};
        case 0xe3:
            return {second == 0x80 && third == 0x80 ? Kind::blank : Kind::plain, 3};
        default:  // 0xef: byte-order mark, annotation marks, non-characters
            if (second == 0xbb && third == 0xbf) return {Kind::dropped, 3};
            if (second == 0xbf && ((third >= 0xb9 && third <= 0xbb) || third >= 0xbe))
                return {Kind::dropped, 3};
            return {Kind::plain, 3};
    }
}

// Writes text with white space collapsed. Separators are held back until text follows, so that none stands at
// an end.
class Collapser {
public:
    explicit Collapser(std::size_t expected) { out_.reserve(expected); }

    void text(std::string_view text);
    // The next text is a new paragraph.
    void paragraph() { pending_ = Pending::paragraph; }
    // The next text goes on after a line break. A word that was divided at its own hyphen is put together.
    void continued(std::string_view next);
    std::string take() { return std::move(out_); }

private:
    enum class Pending { none, blank, paragraph };

    void blank() {
        if (pending_ == Pending::none) pending_ = Pending::blank;
    }
    void settle();

    std::string out_;
    Pending pending_ = Pending::none;
};

void Collapser::settle() {
    if (!out_.empty()) {
        if (pending_ == Pending::blank) out_ += ' ';
        if (pending_ == Pending::paragraph) out_ += "\n\n";
    }
    pending_ = Pending::none;
}

constexpr std::size_t block = sizeof(std::uint64_t);

// True when a block holds only ASCII without control characters and without two blanks side by side: eight
// bytes at once, the usual tricks with the top bit of each.
bool is_plain_block(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x80 * ones;
    constexpr std::uint64_t rests = 0x7f * ones;
    std::uint64_t x = 0;
    std::memcpy(&x, bytes, block);
    if ((x & tops) != 0) return false;
    const std::uint64_t not_control = x + (0x80 - 0x20) * ones;  // top bit: at least 0x20
    const std::uint64_t is_delete = x + ones;                    // top bit: 0x7f
    const std::uint64_t blanks = ~((x ^ (' ' * ones)) + rests) & tops;
    return (((~not_control | is_delete) & tops) | (blanks & (blanks << 8))) == 0;
}

// How many bytes from `at` on are plain text with single blanks inside and so can be copied as they are.
std::size_t plain_run(std::string_view text, std::size_t at) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t begin = at;
    while (at < text.size()) {
        // A blank at a block's end is looked at again, with what follows it.
        while (at + block < text.size() && is_plain_block(text.data() + at))
            at += bytes[at + block - 1] == ' ' ? block - 1 : block;
        const std::size_t end = std::min(at + block, text.size());
        for (; at < end; ++at) {
            const Kind kind = kinds[bytes[at]];
            if (kind == Kind::plain) continue;
            if (kind == Kind::lead) {
                const Special special = special_at(text, at);
                if (special.kind != Kind::plain || special.meant != 0) return at - begin;
                at += special.length - 1;
                continue;
            }
            // A lone blank inside the text.
            if (bytes[at] != ' ' || at + 1 == text.size() || kinds[bytes[at + 1]] != Kind::plain)
                return at - begin;
        }
    }
    return std::min(at, text.size()) - begin;
}

void Collapser::text(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const Kind kind = kinds[static_cast<unsigned char>(text[at])];
        const Special special = kind == Kind::lead ? special_at(text, at) : Special{kind, 1};
        if (special.kind == Kind::blank) blank();
        if (special.kind == Kind::plain) {
            settle();
            if (special.meant != 0) {
                append_utf8(out_, special.meant);
            } else {
                const std::size_t length = plain_run(text, at);
                out_.append(text, at, length);
                at += length;
                continue;
            }
        }
        at += special.length;
    }
}

void Collapser::continued(std::string_view next) {
    const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    const bool divided = pending_ == Pending::none && out_.size() > 1 && out_.back() == '-' &&
                         letter(out_[out_.size() - 2]) && !next.empty() && next.front() >= 'a' &&
                         next.front() <= 'z';
    if (!divided) blank();
}

// What the lines of a text look like as a whole.
struct Layout {
    bool wrapped = false;      // lines go on in the next
    bool blank_lines = false;  // between others
    bool indented = false;     // some line stands further in than others
    std::size_t margin = 0;    // the least indentation
    std::size_t width = 0;     // nine of ten lines are at most that long, in characters
};

bool ends_sentence(std::string_view line) {
    while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')'))
        line.remove_suffix(1);
    for (const std::string_view quote : {"\u201d", "\u2019"}) {
        if (line.ends_with(quote)) line.remove_suffix(quote.size());
    }
    return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

// True when the line could have held the first word of the next.
bool ends_early(const Line& line, const Line& next, std::size_t width) {
    const std::size_t word = std::min(next.text.find(' '), next.text.size());
    return (line.indent + line.length() + 1 + word) * 10 < width * 9;
}

bool begins_further_in(const Line& line, std::size_t margin) {
    return line.indent >= margin + 2;
}

bool has_adjacent_lines(LineReader reader) {
    bool after_text = false;
    for (Line line; reader.next(line); after_text = !line.text.empty()) {
        if (after_text && !line.text.empty()) return true;
    }
    return false;
}

// `text` stands at its begin.
Layout layout_of(const LineReader& text) {
    // Only what joins lines needs to know more.
    if (!has_adjacent_lines(text)) return {};
    constexpr std::size_t longest = 512;
    std::array<std::uint32_t, longest + 1> lengths{};
    Layout layout;
    layout.margin = longest;
    std::size_t lines = 0;
    std::size_t deepest = 0;
    bool after_blank = false;
    LineReader reader = text;
    for (Line line; reader.next(line);) {
        if (line.text.empty()) {
            after_blank = lines > 0;
            continue;
        }
        layout.blank_lines = layout.blank_lines || after_blank;
        after_blank = false;
        ++lines;
        ++lengths[std::min(line.indent + line.length(), longest)];
        layout.margin = std::min(layout.margin, line.indent);
        deepest = std::max(deepest, line.indent);
    }
    layout.indented = deepest >= layout.margin + 2;

    const auto share = [&](std::size_t percent) {
        std::size_t seen = 0;
        std::size_t length = 0;
        while (length < longest && (seen + lengths[length]) * 100 < lines * percent)
            seen += lengths[length++];
        return length;
    };
    layout.width = share(90);
    if (share(50) > 120 || layout.width > 200) return layout;

    std::size_t breaks = 0;
    std::size_t meant = 0;  // line breaks that say something
    LineReader again = text;
    Line previous;
    for (Line line; again.next(line); previous = line) {
        if (line.text.empty() || previous.text.empty()) continue;
        if (!layout.blank_lines && begins_further_in(line, layout.margin)) continue;
        ++breaks;
        if (ends_sentence(previous.text) || ends_early(previous, line, layout.width)) ++meant;
    }
    layout.wrapped = meant * 2 < breaks || (breaks == 0 && layout.indented);
    return layout;
}

bool begins_paragraph(const Layout& layout, const Line& previous, const Line& line) {
    if (!layout.wrapped) return true;
    if (layout.blank_lines) return false;
    if (layout.indented) return begins_further_in(line, layout.margin);
    return ends_sentence(previous.text) && ends_early(previous, line, layout.width);
}

}  // namespace

std::string normalise_line(std::string_view text) {
    Collapser collapser(text.size());
    collapser.text(text);
    return collapser.take();
}

std::string normalise_body(std::string_view text, Paragraphs paragraphs) {
    LineReader reader(text);
    const Layout layout = paragraphs == Paragraphs::detect ? layout_of(reader) : Layout{};
    Collapser collapser(text.size());
    Line previous;
    for (Line line; reader.next(line); previous = line) {
        const bool begins = paragraphs == Paragraphs::indented ? begins_further_in(line, 0)
                                                               : begins_paragraph(layout, previous, line);
        if (line.text.empty() || begins) {
            collapser.paragraph();
        } else {
            collapser.continued(line.text);
        }
        collapser.text(line.text);
    }
    return collapser.take();
}

}  // namespace broadsheet
