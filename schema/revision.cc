#include "schema/revision.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

#include "schema/bytes.h"
#include "schema/error.h"
#include "schema/stored_article.h"

namespace broadsheet {

namespace {

static_assert(std::none_of(fields.begin(), fields.end(),
                           [](const Field& field) { return field.slot == revisions_slot; }) &&
                  revisions_slot != content_hash_slot && revisions_slot != origins_slot,
              "slots are unique");

constexpr int level = 3;
// The limit above and what names and lengths add to it.
constexpr unsigned long long largest_frame = most_kept_bytes + (1u << 10);

[[noreturn]] void damaged(const std::string& what) {
    throw Error(ErrorCode::index_damaged, "the revisions of an article are damaged: " + what,
                "run indexer check");
}

std::size_t bytes_of(const Revisions& revisions) {
    std::size_t bytes = 0;
    for (const Revision& revision : revisions.kept)
        bytes += serialise(revision.article).size();
    return bytes;
}

Revisions deserialise_revisions(std::string_view bytes) {
    ByteReader reader(bytes, "the record of an article's revisions");
    Revisions revisions;
    revisions.count = reader.varint();
    const std::uint64_t kept = reader.varint();
    if (kept > revisions.count || kept > most_kept_revisions) reader.damaged();
    for (std::uint64_t i = 0; i < kept; ++i) {
        Revision revision;
        revision.replaced = static_cast<std::int64_t>(reader.varint());
        revision.article = deserialise(reader.text()).article;
        revisions.kept.push_back(std::move(revision));
    }
    if (!reader.at_end()) reader.damaged();
    return revisions;
}

}  // namespace

const Revision* Revisions::find(std::uint64_t number) const {
    if (number < first_kept() || number > count) return nullptr;
    return &kept[number - first_kept()];
}

bool is_correction(const Article& earlier, const Article& later) {
    if (earlier.title == later.title && earlier.body == later.body) return false;
    return earlier.original != later.original;
}

void add_revision(Revisions& revisions, Article replaced, std::int64_t now) {
    ++revisions.count;
    revisions.kept.push_back({now, std::move(replaced)});
    while (!revisions.kept.empty() &&
           (revisions.kept.size() > most_kept_revisions || bytes_of(revisions) > most_kept_bytes)) {
        revisions.kept.erase(revisions.kept.begin());
    }
}

std::string compress_revisions(const Revisions& revisions) {
    if (revisions.count == 0) return {};
    std::string bytes;
    put_varint(bytes, revisions.count);
    put_varint(bytes, revisions.kept.size());
    for (const Revision& revision : revisions.kept) {
        put_varint(bytes, static_cast<std::uint64_t>(revision.replaced));
        put_text(bytes, serialise(revision.article));
    }
    // Without the collection's dictionary: few articles are corrected, and their versions are like each
    // other.
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0)
        throw Error(ErrorCode::machine, std::string("zstd: ") + ZSTD_getErrorName(size));
    frame.resize(size);
    return frame;
}

Revisions stored_revisions(std::string_view data) {
    const std::size_t own = ZSTD_findFrameCompressedSize(data.data(), data.size());
    if (ZSTD_isError(own) != 0) damaged(ZSTD_getErrorName(own));
    data.remove_prefix(own);
    if (data.empty()) return {};
    const unsigned long long size = ZSTD_getFrameContentSize(data.data(), data.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) damaged("not a zstd frame");
    if (size > largest_frame) damaged("too large");
    std::string bytes(size, '\0');
    const std::size_t written = ZSTD_decompress(bytes.data(), bytes.size(), data.data(), data.size());
    if (ZSTD_isError(written) != 0) damaged(ZSTD_getErrorName(written));
    bytes.resize(written);
    return deserialise_revisions(bytes);
}

}  // namespace broadsheet
