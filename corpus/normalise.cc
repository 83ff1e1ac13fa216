#include "corpus/normalise.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "corpus/charset.h"
#include "corpus/layout.h"
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

// Sixteen bytes at once, in whatever registers the processor has for it.
using Bytes = signed char __attribute__((vector_size(16)));
constexpr std::size_t block = sizeof(Bytes);

// True when a block holds only ASCII without control characters and no blank that another one follows, be it
// the first byte behind the block.
bool is_plain_block(const char* bytes) {
    Bytes x;
    Bytes next;
    std::memcpy(&x, bytes, block);
    std::memcpy(&next, bytes + 1, block);
    // What is beyond ASCII is negative.
    const Bytes special = (x < 0x20) | (x == 0x7f) | ((x == ' ') & (next == ' '));
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &special, block);
    return (halves[0] | halves[1]) == 0;
}

// How many bytes from `at` on are plain text with single blanks inside and so can be copied as they are.
std::size_t plain_run(std::string_view text, std::size_t at) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t begin = at;
    while (at < text.size()) {
        while (at + block < text.size() && is_plain_block(text.data() + at))
            at += block;
        // The rest, together with what was looked at already; its last byte has none behind it.
        if (text.size() > block && at + block >= text.size() &&
            is_plain_block(text.data() + text.size() - block - 1))
            at = std::max(at, text.size() - 1);
        // A blank at a block's end is looked at again, with what follows it.
        if (at > begin && bytes[at - 1] == ' ') --at;
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

// One line that stays as it is, as most are: what is found out here at once costs more when it is taken
// apart.
bool is_clean_line(std::string_view text) {
    return !text.empty() && text.front() != ' ' && plain_run(text, 0) == text.size();
}

}  // namespace

std::string normalise_line(std::string_view text) {
    if (is_clean_line(text)) return std::string(text);
    Collapser collapser(text.size());
    collapser.text(text);
    return collapser.take();
}

std::string normalise_body(std::string_view text, Paragraphs paragraphs) {
    if (is_clean_line(text)) return std::string(text);
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
