// Bytes in memory as a source.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "corpus/input.h"

namespace broadsheet {

class MemorySource : public ByteSource {
public:
    // The bytes must outlive it.
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

    std::size_t read(char* data, std::size_t size) override {
        const std::size_t count = std::min(size, bytes_.size() - at_);
        std::memcpy(data, bytes_.data() + at_, count);
        at_ += count;
        return count;
    }

    std::optional<std::uint64_t> size() const override { return bytes_.size(); }

    bool seek(std::uint64_t offset) override {
        if (offset > bytes_.size()) return false;
        at_ = static_cast<std::size_t>(offset);
        return true;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace broadsheet
