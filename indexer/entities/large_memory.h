// Memory for tables of megabytes that are filled at once: in huge pages where the system has them. Filling
// fresh memory costs more by the page than by the byte, up to milliseconds for each megabyte.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace broadsheet::entities {

template <class T>
class LargeAllocator {
public:
    using value_type = T;
    LargeAllocator() = default;
    template <class Other>
    explicit(false) LargeAllocator(const LargeAllocator<Other>&) {}

    T* allocate(std::size_t count) {
        if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_alloc();
        const std::size_t size = (count * sizeof(T) + page - 1) / page * page;
        void* memory = std::aligned_alloc(page, size);
        if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
        // Advice: where it is not taken the memory is as good.
        static_cast<void>(madvise(memory, size, MADV_HUGEPAGE));
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t) noexcept {
        std::free(memory);
    }

    friend bool operator==(const LargeAllocator&, const LargeAllocator&) {
        return true;
    }

private:
    static constexpr std::size_t page = std::size_t{2} << 20;
};

template <class T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

}  // namespace broadsheet::entities
