// Memory that a short command will need, asked of the kernel at once.
#pragma once

#include <cstddef>

namespace broadsheet {

// Has the heap grow by that many bytes (a multiple of 4 KiB), with pages behind them. A program comes to its
// memory page by page otherwise, each time through a fault, which on a virtual machine can take ten
// microseconds; in one go a page takes one. To be called before there are threads. Does without where the
// kernel does not do it.
void make_heap_ready(std::size_t bytes);

}  // namespace broadsheet
