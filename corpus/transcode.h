// A file in UTF-16 or UTF-32 as UTF-8.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/input.h"

namespace broadsheet {

// Decodes what an input holds, without its byte-order mark, a window at a time. What is no character becomes
// U+FFFD. `encoding` is one of encoding_of_mark(); the input must outlive the source.
class Utf8Source : public ByteSource {
public:
    Utf8Source(Input& input, std::string_view encoding);
    ~Utf8Source() override;

    std::size_t read(char* data, std::size_t size) override;

private:
    void decode_window();

    struct Converter;
    Input& input_;
    std::unique_ptr<Converter> converter_;
    std::string decoded_;
    std::size_t at_ = 0;  // in decoded_
    bool ended_ = false;
};

}  // namespace broadsheet
