#include "indexer/entities/recogniser.h"

#include <algorithm>

#include "indexer/entities/language.h"

namespace broadsheet::entities {
namespace {

// The body is read in slices, so that memory stays bounded: a slice of text, then a document of tokens.
constexpr std::size_t slice_bytes = 192 << 10;

// The end of the slice that begins at `begin`: after a paragraph where there is one in its second half, else
// after a space, else anywhere between two characters.
std::size_t slice_end(std::string_view text, std::size_t begin) {
    if (text.size() - begin <= slice_bytes) return text.size();
    const std::size_t limit = begin + slice_bytes;
    const std::size_t half = begin + slice_bytes / 2;
    const std::size_t paragraph = text.rfind("\n\n", limit);
    if (paragraph != std::string_view::npos && paragraph >= half) return paragraph + 2;
    std::size_t space = limit;
    while (space > half && text[space] != ' ')
        --space;
    if (space > half) return space;
    std::size_t end = limit;
    while (end > half && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return end;
}

}  // namespace

std::vector<Mention> Recogniser::recognise(std::string_view title, std::string_view body) {
    constexpr std::size_t most = 0xFFFFFFFFu;
    title = title.substr(0, most);
    body = body.substr(0, most);
    std::vector<Mention> mentions;
    pieces_.clear();
    tagger_.forget_if_full();
    const std::size_t title_end = std::min(title.size(), slice_bytes);
    read({title.substr(0, title_end), 0, true});
    std::size_t begin = 0;
    bool first = true;
    do {
        const std::size_t end = slice_end(body, begin);
        read({body.substr(begin, end - begin), static_cast<std::uint32_t>(begin), false});
        begin = end;
        drop_foreign_paragraphs();
        recognise_pieces(title, body, first, begin >= body.size(), mentions);
        pieces_.clear();
        tagger_.forget_if_full();
        first = false;
    } while (begin < body.size());
    return mentions;
}

void Recogniser::read(const Source& source) {
    tokens_.clear();
    tokenise(source.text, tokens_);
    for (Token token : tokens_) {
        const std::uint32_t word =
            tagger_.words().intern(source.text.substr(token.begin, token.end - token.begin));
        token.begin += source.offset;
        token.end += source.offset;
        pieces_.push_back({token, word, source.title});
    }
}

void Recogniser::drop_foreign_paragraphs() {
    LanguageCount article;
    LanguageCount paragraph;
    std::size_t kept = 0;   // pieces that stay
    std::size_t begin = 0;  // of the paragraph, among those that stay
    const auto close = [&] {
        if (paragraph.is_foreign()) kept = begin;
        article += paragraph;
        paragraph = {};
        begin = kept;
    };
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        if (pieces_[i].token.after_break) close();
        paragraph.add(tagger_.words()[pieces_[i].word]);
        pieces_[kept++] = pieces_[i];
    }
    close();
    pieces_.resize(article.is_foreign() ? 0 : kept);
}

void Recogniser::recognise_pieces(std::string_view title, std::string_view body, bool first_part,
                                  bool last_part, std::vector<Mention>& mentions) {
    for (std::size_t begin = 0; begin < pieces_.size();) {
        const std::size_t end = std::min(pieces_.size(), begin + Document::limit);
        document_.clear();
        for (std::size_t i = begin; i < end; ++i)
            document_.add(pieces_[i].word, pieces_[i].token.after_break);
        spans_.clear();
        tagger_.tag(document_, spans_);
        rules_.apply(document_, tagger_.words(), spans_);

        roles_.start(first_part && begin == 0, last_part && end == pieces_.size());
        for (std::size_t i = begin; i < end; ++i) {
            const Piece& piece = pieces_[i];
            const std::string_view text = piece.title ? title : body;
            roles_.add({text.substr(piece.token.begin, piece.token.end - piece.token.begin),
                        piece.token.after_break, piece.title});
        }
        const std::vector<Role>& roles = roles_.find(spans_);
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            const Span& span = spans_[i];
            if (span.kind == Kind::other) continue;
            const Piece& from = pieces_[begin + span.first];
            const Piece& to = pieces_[begin + span.last];
            mentions.push_back(
                {from.token.begin, to.token.end, static_cast<EntityType>(span.kind), roles[i], from.title});
        }
        begin = end;
    }
}

}  // namespace broadsheet::entities
