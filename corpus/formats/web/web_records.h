// What a crawler brought home, as articles.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/formats/format.h"
#include "corpus/formats/passed_over.h"
#include "corpus/formats/web/blocks_of_length.h"
#include "corpus/reader.h"

namespace broadsheet {

// Turns the bodies of single records into articles: pages by corpus/html, feeds and other collections by
// their own formats. Counts what is neither.
class WebRecords {
public:
    explicit WebRecords(const ReadOptions& options) : options_(options) {}

    // The whole response of a server. Both return false when the sink said stop.
    bool response(std::uint64_t record, std::string_view http, const std::string& url, RecordSink& sink);
    // A body whose type is known, or empty.
    bool body(std::uint64_t record, std::string_view bytes, const std::string& url, const std::string& type,
              const std::string& charset, RecordSink& sink);

    // Has a record of `format` read by `read`, and consumes it; says so when it is too large or cut off.
    bool record(std::uint64_t number, const LengthBlock& block, std::string_view format, Input& input,
                RecordSink& sink, const std::function<bool(std::string_view, RecordSink&)>& read);

    PassedOver& passed_over() { return passed_over_; }
    // Forgets the counts; for the next file.
    void begin_file();
    // Tells, at the end of a file, when there was nothing to read in it.
    bool end_file(RecordSink& sink) const;

private:
    bool page(std::uint64_t record, std::string_view bytes, const std::string& url,
              const std::string& charset, RecordSink& sink);
    bool collection(std::uint64_t record, std::string_view bytes, std::string_view format, RecordSink& sink);

    const ReadOptions options_;
    std::unordered_map<std::string, std::unique_ptr<Format>> formats_;
    PassedOver passed_over_;
    bool any_ = false;
};

}  // namespace broadsheet
