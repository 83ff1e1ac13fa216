#include "searcher/engine/cursor.h"

#include <bit>

#include "schema/analysis/vocabulary.h"
#include "schema/bytes.h"
#include "schema/error.h"
#include "searcher/query/print.h"

namespace broadsheet {

namespace {

constexpr char hex[] = "0123456789abcdef";
constexpr std::size_t longest_cursor = 16384;  // characters

// What the order and the set of the hits depend on, but for the articles.
std::uint64_t fingerprint(const SearchRequest& request) {
    std::string text = request.query + '\n' + to_text(request.ranking);
    text += '\n' + std::to_string(static_cast<int>(request.sort));
    if (request.collapse) text += " collapsed";
    const auto add = [&](const std::vector<query::Node>& nodes) {
        text += '\n';
        for (const query::Node& node : nodes) {
            // Relative dates are other moments with every call.
            if (!std::holds_alternative<query::Dates>(node.is)) text += query::to_text(node) + '\t';
        }
    };
    add(request.restrictions.filters);
    add(request.restrictions.required);
    add(request.restrictions.excluded);
    if (request.synonyms != nullptr) text += '\n' + std::to_string(request.synonyms->fingerprint());
    return stem_hash(text);
}

void put_number(std::string& bytes, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xff);
}

std::uint64_t take_number(ByteReader& reader) {
    std::uint64_t number = 0;
    for (const char byte : reader.bytes(8))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

[[noreturn]] void reject(const char* why) {
    throw Error(ErrorCode::usage, std::string("--after ") + why, "it takes the \"next\" of the page before");
}

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    reject("takes a cursor");
}

std::string from_hex(std::string_view text) {
    if (text.empty() || text.size() % 2 != 0 || text.size() > longest_cursor) reject("takes a cursor");
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2)
        bytes += static_cast<char>(value_of(text[i]) * 16 + value_of(text[i + 1]));
    return bytes;
}

}  // namespace

std::string to_text(const Cursor& cursor, const SearchRequest& request) {
    std::string bytes;
    put_number(bytes, fingerprint(request));
    put_number(bytes, std::bit_cast<std::uint64_t>(cursor.last.score));
    put_varint(bytes, cursor.rank);
    bytes += cursor.matching == query::Matching::all ? 'a' : 'o';
    bytes += cursor.last.date ? 'd' : 'u';
    put_number(bytes, static_cast<std::uint64_t>(cursor.last.date.value_or(0)));
    put_text(bytes, cursor.last.id);
    std::string text;
    for (const char byte : bytes) {
        text += hex[static_cast<unsigned char>(byte) >> 4];
        text += hex[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

Cursor read_cursor(std::string_view text, const SearchRequest& request) {
    const std::string bytes = from_hex(text);
    ByteReader reader(bytes, "a cursor");
    Cursor cursor;
    try {
        if (take_number(reader) != fingerprint(request)) reject("belongs to another search");
        cursor.last.score = std::bit_cast<double>(take_number(reader));
        cursor.rank = reader.varint();
        const std::string_view flags = reader.bytes(2);
        cursor.matching = flags[0] == 'a' ? query::Matching::all : query::Matching::any;
        const auto date = static_cast<Seconds>(take_number(reader));
        if (flags[1] == 'd') cursor.last.date = date;
        cursor.last.id = reader.text();
        if (!reader.at_end()) reject("takes a cursor");
    } catch (const Error& error) {
        if (error.code() != ErrorCode::index_damaged) throw;
        reject("takes a cursor");
    }
    if (!(cursor.last.score >= 0 && cursor.last.score < 1e9)) reject("takes a cursor");
    return cursor;
}

}  // namespace broadsheet
