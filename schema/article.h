// The one value that flows from a corpus reader to the index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet {

// All text is valid UTF-8 without control characters except the paragraph breaks of `body`.
struct Article {
    std::string id;  // stable and never empty once a reader hands the article over
    std::string url;
    std::string title;
    std::string body;  // paragraphs separated by one blank line ("\n\n"), no other line breaks
    std::optional<std::int64_t>
        date;  // seconds since 1970-01-01T00:00Z; the day's start where only a day is known
    std::string source;
    std::string language;  // ISO 639-1 where known, else empty
    std::string section;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    std::vector<std::string> people;  // as the collection gives them, as are the next two
    std::vector<std::string> organisations;
    std::vector<std::string> places;
    std::string original;    // the record, byte for byte as it was in its source
    std::string media_type;  // of `original`: "text/plain", "application/json", "application/sgml", ...

    friend bool operator==(const Article&, const Article&) = default;
};

// A hash of everything in the article, equal for equal articles on every machine: tells a changed article
// from an unchanged one.
std::uint64_t content_hash(const Article& article);

}  // namespace broadsheet
