#include "corpus/zstd_dictionary.h"

#include <zstd.h>

#include <string>

namespace broadsheet {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view magic = "\x5d\x2a\x4d\x18"sv;
constexpr std::string_view dictionary_magic = "\x37\xa4\x30\xec"sv;
constexpr std::size_t frame_head = 8;  // the magic number and the size of what follows
constexpr std::size_t largest_dictionary = 16u << 20;

std::size_t little_endian(std::string_view bytes) {
    std::size_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

// The dictionary in the frame's content; empty where there is none that can be read.
std::string unpacked_dictionary(std::string_view content) {
    if (content.starts_with(dictionary_magic)) return std::string(content);
    const unsigned long long size = ZSTD_getFrameContentSize(content.data(), content.size());
    const bool known = size != ZSTD_CONTENTSIZE_UNKNOWN;
    if (known && size > largest_dictionary) return {};  // or no frame at all, which is a number as large
    std::string dictionary(known ? size : largest_dictionary, '\0');
    const std::size_t written =
        ZSTD_decompress(dictionary.data(), dictionary.size(), content.data(), content.size());
    if (ZSTD_isError(written) != 0) return {};
    dictionary.resize(written);
    return dictionary.starts_with(dictionary_magic) ? dictionary : std::string{};
}

}  // namespace

bool has_own_dictionary(std::string_view head) {
    return head.starts_with(magic);
}

struct ZstdWithDictionary::State {
    State(Input& packed, ExpansionLimit expansion) : input(packed), limit(expansion) {}

    Input& input;
    ExpansionLimit limit;
    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context{ZSTD_createDCtx(), ZSTD_freeDCtx};
    std::uint64_t went_in = 0;
    std::uint64_t came_out = 0;
    bool opened = false;
    bool ended = false;
    bool inside_frame = false;
    bool has_more = false;  // of what was read already
};

ZstdWithDictionary::ZstdWithDictionary(Input& packed, ExpansionLimit limit)
    : state_(std::make_unique<State>(packed, limit)) {}

ZstdWithDictionary::~ZstdWithDictionary() = default;

bool ZstdWithDictionary::take_dictionary() {
    Input& input = state_->input;
    const std::string_view head = input.peek(frame_head);
    if (head.size() < frame_head) return false;
    const std::size_t size = little_endian(head.substr(magic.size(), frame_head - magic.size()));
    if (size > largest_dictionary) return false;
    const std::string_view frame = input.peek(frame_head + size);
    if (frame.size() < frame_head + size) return false;
    const std::string dictionary = unpacked_dictionary(frame.substr(frame_head, size));
    if (dictionary.empty()) return false;
    input.consume(frame_head + size);
    state_->went_in += frame_head + size;
    return ZSTD_isError(
               ZSTD_DCtx_loadDictionary(state_->context.get(), dictionary.data(), dictionary.size())) == 0;
}

std::size_t ZstdWithDictionary::read(char* data, std::size_t size) {
    State& state = *state_;
    if (!state.opened) {
        state.opened = true;
        state.ended = !take_dictionary();
        if (state.ended) fail("damaged or cut short (the dictionary can not be read)");
    }
    while (!state.ended) {
        if (!state.has_more && state.input.window().empty() && !state.input.more()) {
            state.ended = true;
            if (!state.input.failure().empty()) {
                fail(state.input.failure());
            } else if (state.inside_frame) {
                fail("damaged or cut short (the last frame of zstd does not end)");
            }
            break;
        }
        const std::string_view window = state.input.window();
        ZSTD_inBuffer in{window.data(), window.size(), 0};
        ZSTD_outBuffer out{data, size, 0};
        const std::size_t left = ZSTD_decompressStream(state.context.get(), &out, &in);
        state.input.consume(in.pos);
        state.went_in += in.pos;
        state.came_out += out.pos;
        if (ZSTD_isError(left) != 0) {
            state.ended = true;
            fail(std::string("damaged or cut short (") + ZSTD_getErrorName(left) + ")");
        } else if (state.came_out > state.limit.least && state.came_out / state.limit.ratio > state.went_in) {
            state.ended = true;
            fail("expands to more than " + std::to_string(state.limit.ratio) +
                 " times its size: not read on");
        }
        state.has_more = out.pos == out.size;
        if (in.pos + out.pos > 0) state.inside_frame = left != 0;
        if (out.pos > 0) return out.pos;
    }
    return 0;
}

}  // namespace broadsheet
