// The model file: one zstd frame over a header and blocks of columns, read as a stream so that loading
// touches little memory beside the model's own. All numbers are little-endian.
//
//   magic | slots of the lexicon, as a power of two: 1 byte | rows: 4 bytes
//   lexicon, in blocks of 4096 slots: seven columns of one byte a slot: tag low, tag high, fine low, fine
//   high,
//     coarse, flags low, flags high
//   presence of the rows: one bit for each possible row
//   weights, in blocks of 4096 rows: a column that is 1 for coarse rows, then one column of a signed byte a
//   row for
//     each label; a coarse row's are in steps of 8
//   transitions: 4 bytes each
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <utility>

#include "indexer/entities/tagging/model.h"
#include "schema/error.h"

namespace broadsheet::entities {
namespace {

constexpr std::string_view magic = "broadsheet entities 1\n";
constexpr std::size_t block_size = 4096;  // slots or rows
constexpr std::size_t slot_columns = 7;
constexpr int coarse_step = 8;
constexpr std::size_t row_columns = row_width + 1;
constexpr int compression_level = 19;
constexpr int window_bits = 18;  // what a reader must keep of what it has read

std::uint8_t low(std::uint16_t value) {
    return static_cast<std::uint8_t>(value & 0xFF);
}
std::uint8_t high(std::uint16_t value) {
    return static_cast<std::uint8_t>(value >> 8);
}
std::uint16_t joined(std::uint8_t lower, std::uint8_t upper) {
    return static_cast<std::uint16_t>(lower | (upper << 8));
}

void put32(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}

// The unpacked file as a stream. `refill` gives the next packed bytes, none at the end.
class Reader {
public:
    using Refill = std::function<std::string_view()>;

    Reader(Refill refill, std::string_view where)
        : refill_(std::move(refill)), where_(where), context_(ZSTD_createDCtx()) {
        if (context_ == nullptr) throw Error(ErrorCode::machine, "no memory for an entity model");
        ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, 23);
    }

    void read(void* out, std::size_t size) {
        ZSTD_outBuffer to{out, size, 0};
        while (to.pos < to.size) {
            if (from_.pos == from_.size && !refill()) fail();
            if (done_) fail();
            step(to);
        }
    }
    std::uint8_t byte() {
        std::uint8_t value = 0;
        read(&value, 1);
        return value;
    }
    std::uint32_t number() {
        std::uint8_t bytes[4];
        read(bytes, 4);
        return bytes[0] | (static_cast<std::uint32_t>(bytes[1]) << 8) |
               (static_cast<std::uint32_t>(bytes[2]) << 16) | (static_cast<std::uint32_t>(bytes[3]) << 24);
    }
    // Nothing may follow.
    void finish() {
        char extra = 0;
        ZSTD_outBuffer to{&extra, 1, 0};
        while (!done_ && to.pos == 0) {
            if (from_.pos == from_.size && !refill()) fail();
            step(to);
        }
        if (to.pos != 0 || from_.pos != from_.size || refill()) fail();
    }
    [[noreturn]] void fail() const {
        throw Error(ErrorCode::index_damaged, std::string(where_) + " is not an entity model of this version",
                    "install the model file that belongs to this program");
    }

private:
    struct Free {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };
    bool refill() {
        const std::string_view bytes = refill_();
        from_ = {bytes.data(), bytes.size(), 0};
        return !bytes.empty();
    }
    void step(ZSTD_outBuffer& to) {
        const std::size_t left = ZSTD_decompressStream(context_.get(), &to, &from_);
        if (ZSTD_isError(left)) fail();
        done_ = left == 0;
    }

    Refill refill_;
    std::string_view where_;
    std::unique_ptr<ZSTD_DCtx, Free> context_;
    ZSTD_inBuffer from_{nullptr, 0, 0};
    bool done_ = false;
};

bool is_coarse(const Row& row) {
    for (const std::int16_t value : row)
        if (value > 127 || value < -127) return true;
    return false;
}

// One column after the other for each block of `count` items; cell(item, column) is a byte.
template <class Cell>
void put_blocks(std::string& out, std::size_t count, std::size_t columns, const Cell& cell) {
    for (std::size_t first = 0; first < count; first += block_size) {
        const std::size_t end = std::min(count, first + block_size);
        for (std::size_t k = 0; k < columns; ++k)
            for (std::size_t i = first; i < end; ++i)
                out += static_cast<char>(cell(i, k));
    }
}

// take(item, cells) is called for each item with its first cell; its next cells are `stride` bytes apart.
template <class Take>
void read_blocks(Reader& in, std::size_t count, std::size_t columns, const Take& take) {
    std::vector<std::uint8_t> block(block_size * columns);
    for (std::size_t first = 0; first < count; first += block_size) {
        const std::size_t size = std::min(count - first, block_size);
        in.read(block.data(), size * columns);
        for (std::size_t i = 0; i < size; ++i)
            take(first + i, block.data() + i, size);
    }
}

std::uint8_t slot_cell(const Lexicon::Slot& slot, std::size_t column) {
    switch (column) {
        case 0:
            return low(slot.tag);
        case 1:
            return high(slot.tag);
        case 2:
            return low(slot.entry.fine);
        case 3:
            return high(slot.entry.fine);
        case 4:
            return low(static_cast<std::uint16_t>(slot.entry.coarse - 1));
        case 5:
            return low(slot.entry.flags);
        default:
            return high(slot.entry.flags);
    }
}

std::string compressed(const std::string& plain) {
    std::unique_ptr<ZSTD_CCtx, void (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(),
                                                             [](ZSTD_CCtx* it) { ZSTD_freeCCtx(it); });
    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, compression_level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_bits);
    const std::size_t size =
        ZSTD_compress2(context.get(), packed.data(), packed.size(), plain.data(), plain.size());
    if (ZSTD_isError(size)) throw Error(ErrorCode::machine, "can not compress the entity model");
    packed.resize(size);
    return packed;
}

}  // namespace

std::string Model::pack() const {
    std::string plain(magic);
    const LargeVector<Lexicon::Slot>& slots = lexicon_.slots();
    plain += static_cast<char>(slots.empty() ? 0 : std::countr_zero(slots.size()));
    put32(plain, static_cast<std::uint32_t>(rows_.size()));
    const Lexicon::Slot free;
    put_blocks(plain, std::max<std::size_t>(slots.size(), 1), slot_columns,
               [&](std::size_t i, std::size_t k) { return slot_cell(slots.empty() ? free : slots[i], k); });
    for (const Block& block : blocks_)
        for (int shift = 0; shift < 64; shift += 8)
            plain += static_cast<char>((block.present >> shift) & 0xFF);
    put_blocks(plain, rows_.size(), row_columns, [&](std::size_t i, std::size_t k) -> std::uint8_t {
        const bool coarse = is_coarse(rows_[i]);
        if (k == 0) return coarse ? 1 : 0;
        return static_cast<std::uint8_t>(
            static_cast<std::int8_t>(rows_[i][k - 1] / (coarse ? coarse_step : 1)));
    });
    for (const auto& scores : transitions_)
        for (const std::int32_t score : scores)
            put32(plain, static_cast<std::uint32_t>(score));
    return compressed(plain);
}

namespace {

Model::Contents contents_of(Reader& in) {
    char start[magic.size()];
    in.read(start, magic.size());
    if (std::string_view(start, magic.size()) != magic) in.fail();
    const std::uint8_t slot_bits = in.byte();
    const std::size_t row_count = in.number();
    if (slot_bits > 24 || row_count > (std::size_t{1} << row_bits)) in.fail();

    Model::Contents all;
    all.slots.resize(std::size_t{1} << slot_bits);
    read_blocks(
        in, all.slots.size(), slot_columns, [&](std::size_t i, const std::uint8_t* cell, std::size_t stride) {
            Lexicon::Slot& slot = all.slots[i];
            slot.tag = joined(cell[0], cell[stride]);
            slot.entry.fine = joined(cell[2 * stride], cell[3 * stride]);
            // Clusters are 1 to 256; a word has both or neither.
            slot.entry.coarse =
                slot.entry.fine == 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(cell[4 * stride] + 1);
            slot.entry.flags = joined(cell[5 * stride], cell[6 * stride]);
        });
    std::size_t counted = 0;
    all.present.resize((std::size_t{1} << row_bits) / 64);
    for (std::uint64_t& bits : all.present) {
        const std::uint64_t lower = in.number();
        bits = lower | (static_cast<std::uint64_t>(in.number()) << 32);
        counted += static_cast<std::size_t>(std::popcount(bits));
    }
    if (counted != row_count) in.fail();
    all.rows.resize(row_count);
    read_blocks(in, row_count, row_columns, [&](std::size_t i, const std::uint8_t* cell, std::size_t stride) {
        const int step = cell[0] != 0 ? coarse_step : 1;
        for (std::size_t k = 0; k < row_width; ++k)
            all.rows[i][k] =
                static_cast<std::int16_t>(static_cast<std::int8_t>(cell[(k + 1) * stride]) * step);
    });
    for (auto& scores : all.transitions)
        for (auto& score : scores)
            score = static_cast<std::int32_t>(in.number());
    in.finish();
    return all;
}

}  // namespace

Model Model::unpack(std::string_view bytes, std::string_view where) {
    Reader in([&] { return std::exchange(bytes, {}); }, where);
    return Model(contents_of(in));
}

Model Model::load(const std::filesystem::path& file) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"),
                                                                 &std::fclose);
    if (stream == nullptr) throw system_error(errno, "read " + file.string());
    std::vector<char> buffer(std::size_t{128} << 10);
    const std::string where = file.string();
    Reader in(
        [&] {
            return std::string_view(buffer.data(), std::fread(buffer.data(), 1, buffer.size(), stream.get()));
        },
        where);
    return Model(contents_of(in));
}

}  // namespace broadsheet::entities
