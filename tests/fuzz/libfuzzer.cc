// The same for libFuzzer, one program a format.
#include <cstddef>
#include <cstdint>

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    broadsheet::fuzzing::read_in_format({reinterpret_cast<const char*>(data), size},
                                        BROADSHEET_FUZZED_FORMAT);
    return 0;
}
