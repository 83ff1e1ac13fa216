// Memory that is freed all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace broadsheet {

class Arena {
public:
    explicit Arena(std::size_t limit) : limit_(limit) {}

    // Aligned for everything; null when more than the limit would be used.
    void* allocate(std::size_t size);

private:
    std::size_t limit_;
    std::size_t used_ = 0;
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace broadsheet
