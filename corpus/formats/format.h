// What the readers of the single formats have in common.
#pragma once

#include <cstdint>
#include <string>

#include "corpus/input.h"
#include "schema/article.h"

namespace broadsheet {

// Who takes what a format's reader finds. Records count from 1; 0 stands for the file as a whole. Either
// function returns false when reading is to stop.
class RecordSink {
public:
    RecordSink() = default;
    RecordSink(const RecordSink&) = delete;
    RecordSink& operator=(const RecordSink&) = delete;
    virtual ~RecordSink() = default;

    // What the record does not say of itself (id, source, ...) is left empty.
    virtual bool article(std::uint64_t record, Article&& article) = 0;
    // `what` is a clause without a full stop.
    virtual bool problem(std::uint64_t record, std::string what) = 0;
};

// What is known of a file besides its bytes.
struct FileContext {
    std::string folder;  // the name of the folder that it lies in, where that says something; else empty
};

class Format {
public:
    Format() = default;
    Format(const Format&) = delete;
    Format& operator=(const Format&) = delete;
    virtual ~Format() = default;

    // Reads all records up to the input's end. When the input ends because it failed (Input::failure()), the
    // record that it cuts off is left out without a word: the caller reports the failure. Returns false when
    // stopped.
    virtual bool read(Input& input, const FileContext& context, RecordSink& sink) = 0;
};

// For records that exceed ReadOptions::largest_record.
std::string too_large(std::uint64_t largest_record);

}  // namespace broadsheet
