#include <algorithm>
#include <array>

#include "corpus/charset.h"
#include "corpus/sniff.h"

namespace broadsheet {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view kind;
};

constexpr std::array<Signature, 45> signatures{{
    {0, "%PDF-"sv, "a PDF document"},
    {0, "\x89PNG\r\n\x1a\n"sv, "a PNG image"},
    {0, "\xff\xd8\xff"sv, "a JPEG image"},
    {0, "GIF87a"sv, "a GIF image"},
    {0, "GIF89a"sv, "a GIF image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {0, "\0\0\1\0"sv, "an icon"},
    {8, "WEBPVP8"sv, "a WebP image"},
    {8, "WAVEfmt "sv, "a sound"},
    {8, "AVI LIST"sv, "a video"},
    {4, "ftyp"sv, "a video"},
    {0, "\x1a\x45\xdf\xa3"sv, "a video"},
    {0, "ID3\2"sv, "a sound"},
    {0, "ID3\3"sv, "a sound"},
    {0, "ID3\4"sv, "a sound"},
    {0, "OggS\0"sv, "a sound"},
    {0, "fLaC\0"sv, "a sound"},
    {0,
     "\x7f"
     "ELF"sv,
     "a program"},
    {0, "MZ\x90\0"sv, "a program"},
    {0, "MZ\0\0"sv, "a program"},
    {0, "\xca\xfe\xba\xbe"sv, "a program"},
    {0, "\xcf\xfa\xed\xfe"sv, "a program"},
    {0, "\0asm"sv, "a program"},
    {0, "!<arch>\n"sv, "a program library"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
    {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "an office document"},
    {30, "[Content_Types].xml"sv, "an office document"},
    {30, "_rels/.rels"sv, "an office document"},
    {30, "docProps/"sv, "an office document"},
    {30, "mimetypeapplication/vnd.oasis"sv, "an office document"},
    {30, "mimetypeapplication/epub"sv, "an e-book"},
    {60, "BOOKMOBI"sv, "an e-book"},
    {30, "META-INF/"sv, "a Java archive"},
    {0, "%!PS-Adobe"sv, "a PostScript document"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "a 7z archive"},
    {0, "Rar!\x1a\7"sv, "a RAR archive"},
    {0, "LZIP\1"sv, "an lzip file"},
    {0, "PAR1\x15"sv, "a Parquet file"},
    {0, "Obj\1"sv, "an Avro file"},
    {0, "\x89HDF\r\n\x1a\n"sv, "an HDF5 file"},
    {0, "wOFF\0"sv, "a font"},
    {0, "wOF2\0"sv, "a font"},
    {0, "\0\1\0\0\0"sv, "a font"},
}};

constexpr bool is_control(unsigned char byte) {
    return (byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1b) || byte == 0x7f;
}

bool encoding_is_marked(std::string_view head) {
    std::size_t length = 0;
    return !encoding_of_mark(head, length).empty();
}

}  // namespace

std::string foreign_kind(std::string_view head) {
    for (const Signature& signature : signatures) {
        if (head.size() >= signature.offset && head.substr(signature.offset).starts_with(signature.bytes)) {
            // What does not begin the file tells little alone: these stand in a zip's first name, or after a
            // length.
            if (signature.offset == 30 && !head.starts_with("PK\3\4")) continue;
            if (signature.offset == 4 && head.front() != '\0') continue;
            return std::string(signature.kind);
        }
    }
    return {};
}

bool is_binary(std::string_view head) {
    if (encoding_is_marked(head)) return false;
    const auto controls = static_cast<std::size_t>(std::count_if(
        head.begin(), head.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); }));
    // Random bytes have 10 % of them; a text with stray ones has hardly any, but may be short.
    return controls > 2 + head.size() / 20;
}

}  // namespace broadsheet
