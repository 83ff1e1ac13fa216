#include "searcher/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace broadsheet {

void make_heap_ready(std::size_t bytes) {
    constexpr std::size_t usual_padding = 128u << 10;
    constexpr int mapped_alone = 32 << 20;  // blocks from there on; malloc itself raises it so far in the end
    mallopt(M_MMAP_THRESHOLD, mapped_alone);
    mallopt(M_TRIM_THRESHOLD, 2 * mapped_alone);
    mallopt(M_TOP_PAD, static_cast<int>(bytes));
    void* volatile block = std::malloc(2 * usual_padding);  // more than there is: the heap has to grow
    std::free(block);
    mallopt(M_TOP_PAD, static_cast<int>(usual_padding));
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    char* end = static_cast<char*>(sbrk(0));
    end -= reinterpret_cast<std::uintptr_t>(end) % page;
    static_cast<void>(madvise(end - bytes, bytes, MADV_POPULATE_WRITE));
}

}  // namespace broadsheet
