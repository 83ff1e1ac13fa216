#include <gtest/gtest.h>
#include <sys/resource.h>

#include <memory>
#include <vector>

#include "searcher/heap.h"

namespace broadsheet {
namespace {

// Pages that came to this process one by one.
long faults() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

TEST(Heap, WhatIsReadyCostsNoFaults) {
#ifdef BROADSHEET_SANITIZED
    GTEST_SKIP() << "sanitizers have a heap of their own";
#endif
    constexpr std::size_t ready = 4u << 20;
    constexpr std::size_t block = 1000;
    std::vector<std::unique_ptr<char[]>> blocks;
    blocks.reserve(ready / 2 / block);
    make_heap_ready(ready);
    const long before = faults();
    while (blocks.size() < blocks.capacity())
        blocks.push_back(std::make_unique<char[]>(block));
    EXPECT_LT(faults() - before, 100) << "two megabytes are 500 pages";
}

}  // namespace
}  // namespace broadsheet
