#include "corpus/html/arena.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr std::size_t chunk_size = std::size_t{256} << 10;
constexpr std::size_t alignment = alignof(std::max_align_t);

}  // namespace

void* Arena::allocate(std::size_t size) {
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
        const std::size_t chunk = std::max(size, chunk_size);
        if (size > limit_ || used_ > limit_ - size) return nullptr;
        chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
        used_ += chunk;
        if (chunk - size < left_) {  // a large piece of its own; the chunk before it goes on
            return chunks_.back().get();
        }
        next_ = chunks_.back().get();
        left_ = chunk;
    }
    void* const result = next_;
    next_ += size;
    left_ -= size;
    return result;
}

}  // namespace broadsheet
