// The gazetteer file: one checksummed zstd frame over a head and columns. A column is the low bytes of all
// its numbers, then the next bytes, as many as the column is wide; `steps` columns hold the differences from
// number to number, folded to be unsigned. All is little-endian.
//
//   magic | places | bytes of names | candidates | demonyms: 4 bytes each
//   places: kind 1, seat 1, name size 1, id 4 steps, country 4 steps, region 4 steps, district 4 steps,
//     latitude 3 steps, longitude 3 steps (thousandths of a degree), population 4; no place is 0, others one
//     up
//   names | candidates in each bucket 2 | tags 2 | candidates 3 | demonym hashes 8 | their places 3
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <memory>

#include "indexer/entities/places/gazetteer.h"
#include "schema/error.h"

namespace broadsheet::entities {
namespace {

constexpr std::string_view magic = "broadsheet gazetteer 2\n";
constexpr std::size_t largest_plain = std::size_t{64} << 20;
constexpr std::size_t largest_packed = std::size_t{8} << 20;
constexpr int compression_level = 19;
constexpr std::size_t buckets = std::size_t{1} << Gazetteer::bucket_bits;
constexpr double degree = 1000;  // in the file's units

std::uint32_t folded_step(std::uint32_t from, std::uint32_t to) {
    const std::uint32_t step = to - from;
    return (step << 1) ^ (0u - (step >> 31));
}
std::uint32_t after_step(std::uint32_t from, std::uint32_t folded) {
    return from + ((folded >> 1) ^ (0u - (folded & 1)));
}

class Writer {
public:
    void number(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8)
            out += static_cast<char>((value >> shift) & 0xFF);
    }
    template <class Get>
    void column(std::size_t count, int width, const Get& get) {
        for (int k = 0; k < width; ++k)
            for (std::size_t i = 0; i < count; ++i)
                out += static_cast<char>((static_cast<std::uint64_t>(get(i)) >> (8 * k)) & 0xFF);
    }
    template <class Get>
    void steps(std::size_t count, int width, const Get& get) {
        column(count, width, [&](std::size_t i) { return folded_step(i == 0 ? 0 : get(i - 1), get(i)); });
    }
    std::string out;
};

class Reader {
public:
    Reader(std::string_view bytes, std::string_view where) : rest_(bytes), where_(where) {}

    std::string_view bytes(std::size_t size) {
        if (size > rest_.size()) fail();
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::uint32_t number() {
        std::uint32_t value = 0;
        column(1, 4, [&](std::size_t, std::uint32_t it) { value = it; });
        return value;
    }
    // put(i, number) for each.
    template <class Put>
    void column(std::size_t count, int width, const Put& put) {
        const std::string_view block = bytes(count * static_cast<std::size_t>(width));
        const auto* cell = reinterpret_cast<const unsigned char*>(block.data());
        for (std::size_t i = 0; i < count; ++i) {
            std::uint32_t value = 0;
            for (int k = 0; k < width; ++k)
                value |= static_cast<std::uint32_t>(cell[i + static_cast<std::size_t>(k) * count]) << (8 * k);
            put(i, value);
        }
    }
    template <class Put>
    void steps(std::size_t count, int width, const Put& put) {
        std::uint32_t last = 0;
        column(count, width, [&](std::size_t i, std::uint32_t folded) {
            last = after_step(last, folded);
            put(i, last);
        });
    }
    bool at_end() const { return rest_.empty(); }
    [[noreturn]] void fail() const {
        throw Error(ErrorCode::index_damaged, std::string(where_) + " is not a gazetteer of this version",
                    "install the gazetteer that belongs to this program");
    }

private:
    std::string_view rest_;
    std::string_view where_;
};

std::uint32_t thousandths(float angle) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(angle * degree)));
}
float degrees(std::uint32_t units) {
    return static_cast<float>(static_cast<std::int32_t>(units) / degree);
}

std::string compressed(const std::string& plain) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, compression_level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    const std::size_t size =
        ZSTD_compress2(context.get(), packed.data(), packed.size(), plain.data(), plain.size());
    if (ZSTD_isError(size)) throw Error(ErrorCode::machine, "can not compress the gazetteer");
    packed.resize(size);
    return packed;
}

// The plain bytes of exactly one frame.
LargeVector<char> decompressed(std::string_view packed, const Reader& reader) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest_plain)
        reader.fail();
    const std::size_t frame = ZSTD_findFrameCompressedSize(packed.data(), packed.size());
    if (ZSTD_isError(frame) || frame != packed.size()) reader.fail();
    LargeVector<char> plain(static_cast<std::size_t>(size));
    if (ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size()) != plain.size())
        reader.fail();
    return plain;
}

}  // namespace

std::string Gazetteer::pack(const Contents& all) {
    const std::size_t count = all.rows.size();
    if (count > most_places) throw Error(ErrorCode::usage, "too many places for a gazetteer");
    Writer to;
    to.out = magic;
    to.number(static_cast<std::uint32_t>(count));
    to.number(static_cast<std::uint32_t>(all.names.size()));
    to.number(static_cast<std::uint32_t>(all.candidates.size()));
    to.number(static_cast<std::uint32_t>(all.demonym_hashes.size()));
    const auto& rows = all.rows;
    to.column(count, 1, [&](std::size_t i) { return static_cast<std::uint32_t>(rows[i].kind); });
    to.column(count, 1, [&](std::size_t i) { return rows[i].seat; });
    to.column(count, 1, [&](std::size_t i) { return rows[i].name_size; });
    to.steps(count, 4, [&](std::size_t i) { return rows[i].geonames_id; });
    to.steps(count, 4, [&](std::size_t i) { return rows[i].country + 1; });
    to.steps(count, 4, [&](std::size_t i) { return rows[i].region + 1; });
    to.steps(count, 4, [&](std::size_t i) { return rows[i].district + 1; });
    to.steps(count, 3, [&](std::size_t i) { return thousandths(rows[i].latitude); });
    to.steps(count, 3, [&](std::size_t i) { return thousandths(rows[i].longitude); });
    to.column(count, 4, [&](std::size_t i) { return rows[i].population; });
    to.out.append(all.names.begin(), all.names.end());
    to.column(buckets, 2, [&](std::size_t i) { return all.bucket_begins[i + 1] - all.bucket_begins[i]; });
    to.column(all.tags.size(), 2, [&](std::size_t i) { return all.tags[i]; });
    to.column(all.candidates.size(), 3, [&](std::size_t i) { return all.candidates[i].packed; });
    to.column(all.demonym_hashes.size(), 8, [&](std::size_t i) { return all.demonym_hashes[i]; });
    to.column(all.demonym_places.size(), 3, [&](std::size_t i) { return all.demonym_places[i]; });
    return compressed(to.out);
}

Gazetteer Gazetteer::unpack(std::string_view packed, std::string_view where) {
    const LargeVector<char> plain = decompressed(packed, Reader({}, where));
    const std::size_t size = plain.size();
    Reader in({plain.data(), size}, where);
    if (size < magic.size() || in.bytes(magic.size()) != magic) in.fail();
    const std::size_t count = in.number();
    const std::size_t name_bytes = in.number();
    const std::size_t candidates = in.number();
    const std::size_t demonyms = in.number();
    // Whatever is counted takes a byte at least, so that memory stays in proportion.
    if (count > most_places || name_bytes > size || candidates > size || demonyms > size) in.fail();

    Contents all;
    all.rows.resize(count);
    auto& rows = all.rows;
    bool sound = true;
    in.column(count, 1, [&](std::size_t i, std::uint32_t value) {
        sound = sound && value < place_kinds;
        rows[i].kind = static_cast<PlaceKind>(value);
    });
    in.column(count, 1,
              [&](std::size_t i, std::uint32_t value) { rows[i].seat = static_cast<std::uint8_t>(value); });
    std::uint32_t begin = 0;
    in.column(count, 1, [&](std::size_t i, std::uint32_t value) {
        rows[i].name_begin = begin;
        rows[i].name_size = static_cast<std::uint16_t>(value);
        begin += value;
    });
    if (!sound || begin != name_bytes) in.fail();
    in.steps(count, 4, [&](std::size_t i, std::uint32_t value) { rows[i].geonames_id = value; });
    const auto unit = [&](auto member, PlaceKind kind) {
        in.steps(count, 4, [&, member, kind](std::size_t i, std::uint32_t value) {
            rows[i].*member = value - 1;
            sound = sound && (value == 0 || (value <= count && rows[value - 1].kind == kind));
        });
    };
    unit(&Row::country, PlaceKind::country);
    unit(&Row::region, PlaceKind::region);
    unit(&Row::district, PlaceKind::district);
    const auto angle = [&](auto member, float largest) {
        in.steps(count, 3, [&, member, largest](std::size_t i, std::uint32_t value) {
            rows[i].*member = degrees(value);
            sound = sound && std::abs(rows[i].*member) <= largest;
        });
    };
    angle(&Row::latitude, 90.0F);
    angle(&Row::longitude, 180.0F);
    in.column(count, 4, [&](std::size_t i, std::uint32_t value) { rows[i].population = value; });
    const std::string_view names = in.bytes(name_bytes);
    all.names.assign(names.begin(), names.end());
    all.bucket_begins.resize(buckets + 1);
    std::uint64_t sum = 0;
    in.column(buckets, 2, [&](std::size_t i, std::uint32_t value) {
        all.bucket_begins[i] = static_cast<std::uint32_t>(sum);
        sum += value;
    });
    if (!sound || sum != candidates) in.fail();
    all.bucket_begins[buckets] = static_cast<std::uint32_t>(sum);
    all.tags.resize(candidates);
    in.column(candidates, 2,
              [&](std::size_t i, std::uint32_t value) { all.tags[i] = static_cast<std::uint16_t>(value); });
    all.candidates.resize(candidates);
    in.column(candidates, 3, [&](std::size_t i, std::uint32_t value) {
        all.candidates[i] = {value};
        sound = sound && all.candidates[i].place() < count && all.candidates[i].form() <= NameForm::usual;
    });
    all.demonym_hashes.resize(demonyms);
    const std::string_view hashes = in.bytes(demonyms * 8);
    for (std::size_t k = 0; k < 8; ++k)
        for (std::size_t i = 0; i < demonyms; ++i)
            all.demonym_hashes[i] |=
                static_cast<std::uint64_t>(static_cast<unsigned char>(hashes[k * demonyms + i])) << (8 * k);
    sound = sound && std::is_sorted(all.demonym_hashes.begin(), all.demonym_hashes.end());
    all.demonym_places.resize(demonyms);
    in.column(demonyms, 3, [&](std::size_t i, std::uint32_t value) {
        all.demonym_places[i] = value;
        sound = sound && value < count;
    });
    if (!sound || !in.at_end()) in.fail();
    return Gazetteer(std::move(all));
}

Gazetteer Gazetteer::load(const std::filesystem::path& file) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"),
                                                                 &std::fclose);
    if (stream == nullptr) throw system_error(errno, "read " + file.string());
    LargeVector<char> packed(largest_packed);
    const std::size_t size = std::fread(packed.data(), 1, packed.size(), stream.get());
    if (std::ferror(stream.get()) != 0) throw system_error(errno, "read " + file.string());
    return unpack({packed.data(), size}, file.string());
}

}  // namespace broadsheet::entities
