// Files of zstd that bring their dictionary along, as web archives do (.warc.zst): the first frame is
// skippable, has the magic number 0x184D2A5D and in it the dictionary, plain or itself a frame of zstd.
#pragma once

#include <memory>
#include <string_view>

#include "corpus/input.h"
#include "corpus/unpack.h"

namespace broadsheet {

// By the file's first bytes.
bool has_own_dictionary(std::string_view head);

// What is in such a file, streamed.
class ZstdWithDictionary : public ByteSource {
public:
    // Reads from `packed`, which must outlive it.
    explicit ZstdWithDictionary(Input& packed, ExpansionLimit limit = {});
    ~ZstdWithDictionary() override;

    std::size_t read(char* data, std::size_t size) override;

private:
    struct State;
    bool take_dictionary();

    std::unique_ptr<State> state_;
};

}  // namespace broadsheet
