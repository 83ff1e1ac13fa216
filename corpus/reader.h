// From sources as users name them to articles.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace broadsheet {

// How a collection is read.
struct ReadOptions {
    std::string format;  // a name of format_names(), or empty: sniffed per file
    std::map<std::string, std::string>
        mapping;                               // field -> the collection's name for it (--map title=headline)
    std::string source;                        // for articles that name none
    std::string language;                      // for articles that name none; empty: unknown
    std::uint64_t largest_record = 64u << 20;  // bytes; larger ones are reported and skipped
};

// A record that could not become an article.
struct Problem {
    std::string where;  // "file:record", "archive.zip/file:record"; the record counts from 1
    std::string what;
};

// Who receives what is read. Both are called on the thread of read_sources(); either returns false to stop
// reading.
struct Receiver {
    std::function<bool(Article&&)> article;
    std::function<bool(const Problem&)> problem;
};

struct ReadTotals {
    std::uint64_t records = 0;  // articles and problems
    std::uint64_t bytes = 0;    // of uncompressed input looked at
    // Of the article at hand, when it is all of a file and nothing in it identifies it: where that file is,
    // from the root, and in which archive. Else empty.
    std::string file;
};

// Bytes of the sources' files as they lie on disk, for progress; 0 for standard input. Throws
// Error(bad_source) for a source that does not exist.
std::uint64_t bytes_of(const std::vector<std::string>& sources);

// Reads every source in turn: files, folders (all files below, by name), globs, archives and compressed
// files, "-" for `standard_input`. Articles come in a fixed order. Memory is bounded by the largest record.
// Throws Error(bad_source) for a source that does not exist, before anything is read; everything else is a
// Problem. `totals` is kept up to date while reading.
void read_sources(const std::vector<std::string>& sources, const ReadOptions& options,
                  std::istream& standard_input, const Receiver& receiver, ReadTotals& totals);

struct SourceFile;  // corpus/sources.h

// The same for files that were found already. One that is no longer there is a Problem.
void read_files(const std::vector<SourceFile>& files, const ReadOptions& options, const Receiver& receiver,
                ReadTotals& totals);

// Names for --format, with a line each on what they are.
struct FormatName {
    std::string_view name;
    std::string_view help;
};
std::vector<FormatName> format_names();

}  // namespace broadsheet
