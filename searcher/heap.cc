#include "searcher/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace broadsheet {

void make_heap_ready(std::size_t bytes) {
    constexpr int usual_padding = 128 << 10;
    constexpr int mapped_alone = 32 << 20;  // blocks from there on; malloc itself raises it so far in the end
    mallopt(M_MMAP_THRESHOLD, mapped_alone);
    mallopt(M_TRIM_THRESHOLD, 2 * mapped_alone);
    mallopt(M_TOP_PAD, static_cast<int>(bytes));
    void* volatile block = std::malloc(2 * usual_padding);  // more than there is: the heap has to grow
    std::free(block);
    mallopt(M_TOP_PAD, usual_padding);
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / page * page;
    static_cast<void>(madvise(reinterpret_cast<void*>(end - bytes), bytes, MADV_POPULATE_WRITE));
}

}  // namespace broadsheet
