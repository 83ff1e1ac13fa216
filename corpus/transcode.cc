#include "corpus/transcode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace broadsheet {

struct Utf8Source::Converter {
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    static std::unique_ptr<UConverter, Close> open(const std::string& name) {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UConverter, Close>(ucnv_open(name.c_str(), &status));
    }

    explicit Converter(const std::string& encoding) : from(open(encoding)), to(open("UTF-8")) {}

    std::unique_ptr<UConverter, Close> from;
    std::unique_ptr<UConverter, Close> to;
    std::array<UChar, 8192> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
};

Utf8Source::Utf8Source(Input& input, std::string_view encoding)
    : input_(input), converter_(std::make_unique<Converter>(std::string(encoding))) {
    if (converter_->from == nullptr || converter_->to == nullptr) {
        fail("is in an encoding that can not be read");
        ended_ = true;
    }
    const std::size_t mark = encoding.starts_with("UTF-32") ? 4 : 2;
    if (!ended_) input_.consume(std::min(input_.peek(mark).size(), mark));
}

Utf8Source::~Utf8Source() = default;

void Utf8Source::decode_window() {
    if (input_.window().empty() && !input_.more()) {
        ended_ = true;
        if (!input_.failure().empty()) fail(input_.failure());
    }
    const std::string_view window = input_.window();
    decoded_.resize(std::size_t{64} << 10);
    at_ = 0;
    const char* from = window.data();
    char* to = decoded_.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(converter_->to.get(), converter_->from.get(), &to, to + decoded_.size(), &from,
                   from + window.size(), converter_->pivot.data(), &converter_->pivot_source,
                   &converter_->pivot_target, converter_->pivot.data() + converter_->pivot.size(), false,
                   ended_, &status);
    // A full target is no failure: the rest waits.
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) ended_ = true;
    input_.consume(static_cast<std::size_t>(from - window.data()));
    decoded_.resize(static_cast<std::size_t>(to - decoded_.data()));
}

std::size_t Utf8Source::read(char* data, std::size_t size) {
    while (at_ == decoded_.size()) {
        if (ended_) return 0;
        decode_window();
    }
    const std::size_t count = std::min(size, decoded_.size() - at_);
    std::memcpy(data, decoded_.data() + at_, count);
    at_ += count;
    return count;
}

}  // namespace broadsheet
