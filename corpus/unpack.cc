#include "corpus/unpack.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <numeric>

#include "corpus/charset.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

constexpr std::size_t tar_block = 512;

// A tar header has no safe magic in its oldest form, but a checksum: the sum of its bytes with the checksum
// as blanks.
bool is_tar(std::string_view head) {
    if (head.size() < tar_block || head[0] == '\0') return false;
    const std::string_view block = head.substr(0, tar_block);
    const std::string_view field = block.substr(148, 8);
    unsigned stated = 0;
    bool digits = false;
    for (const char c : field) {
        if (c == ' ' && !digits) continue;
        if (c < '0' || c > '7') break;
        digits = true;
        stated = stated * 8 + static_cast<unsigned>(c - '0');
    }
    const auto sum = [](std::string_view bytes) {
        return std::accumulate(bytes.begin(), bytes.end(), 0u,
                               [](unsigned total, char c) { return total + static_cast<unsigned char>(c); });
    };
    return digits && stated == sum(block.substr(0, 148)) + 8 * ' ' + sum(block.substr(156));
}

bool is_hidden(std::string_view path) {
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        if (part.starts_with('.') && part != "." && part != "..") return true;
        if (part == "__MACOSX") return true;
        path.remove_prefix(std::min(part.size() + 1, path.size()));
    }
    return false;
}

}  // namespace

bool is_packed(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::array<std::string_view, 10> magics{
        "\x1f\x8b"sv, "\x28\xb5\x2f\xfd"sv, "\xfd\x37zXZ\0"sv, "BZh"sv,        "\x04\x22\x4d\x18"sv,
        "\x1f\x9d"sv, "PK\3\4"sv,           "PK\5\6"sv,        "PK00PK\3\4"sv, "PK\7\x08PK\3\4"sv};
    for (const std::string_view magic : magics) {
        if (head.starts_with(magic))
            return magic != "BZh" || (head.size() > 9 && head.substr(4, 6) == "1AY&SY");
    }
    // A skippable frame of zstd may come first.
    if (head.size() > 4 && (head[0] & 0xf0) == 0x50 && head.substr(1, 3) == "\x2a\x4d\x18") return true;
    return is_tar(head);
}

struct Unpacker::State {
    // One file inside.
    class Entry : public ByteSource {
    public:
        explicit Entry(State& state) : state_(state) {}
        std::size_t read(char* data, std::size_t size) override;

    private:
        bool next_block();

        State& state_;
        std::string_view block_;  // of libarchive's
        bool ended_ = false;
    };

    State(Input& packed, ExpansionLimit expansion)
        : input(packed), limit(expansion), reader(archive_read_new()) {}
    ~State() { archive_read_free(reader); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    bool open();
    bool next();
    // Reads the current entry to its end; false when nothing can follow it.
    bool pass_over_rest();
    // Takes the entry's name; false when it is none to be read.
    bool accept(archive_entry* header);
    // Notes bytes that came out; false when they are too many.
    bool allow(std::uint64_t bytes);
    // The content is one compressed file rather than an archive.
    bool is_single() const { return archive_format(reader) == ARCHIVE_FORMAT_RAW; }
    std::string damage() const;
    std::string expansion() const;

    static la_ssize_t on_read(archive*, void* self, const void** data);
    static la_int64_t on_seek(archive*, void* self, la_int64_t offset, int whence);

    Input& input;
    ExpansionLimit limit;
    archive* reader;
    std::size_t lent = 0;        // bytes of the window that libarchive holds
    std::uint64_t position = 0;  // of the window's end in the packed file
    std::uint64_t went_in = 0;
    std::uint64_t came_out = 0;
    std::string name;
    std::string failure;
    std::unique_ptr<Entry> entry;  // the current one
    bool opened = false;
    bool broken = false;  // nothing more can be read
};

la_ssize_t Unpacker::State::on_read(archive*, void* self, const void** data) {
    State& state = *static_cast<State*>(self);
    state.input.consume(state.lent);
    state.lent = 0;
    if (state.input.window().empty() && !state.input.more()) {
        if (state.input.failure().empty()) return 0;
        archive_set_error(state.reader, EIO, "%s", state.input.failure().c_str());
        return ARCHIVE_FATAL;
    }
    const std::string_view window = state.input.window();
    state.lent = window.size();
    state.position += window.size();
    state.went_in += window.size();
    *data = window.data();
    return static_cast<la_ssize_t>(window.size());
}

la_int64_t Unpacker::State::on_seek(archive*, void* self, la_int64_t offset, int whence) {
    State& state = *static_cast<State*>(self);
    const auto size = static_cast<la_int64_t>(state.input.size().value_or(0));
    la_int64_t target = offset;
    if (whence == SEEK_CUR) target += static_cast<la_int64_t>(state.position);
    if (whence == SEEK_END) target += size;
    if (target < 0 || target > size || !state.input.seek(static_cast<std::uint64_t>(target)))
        return ARCHIVE_FATAL;
    state.lent = 0;
    state.position = static_cast<std::uint64_t>(target);
    return target;
}

bool Unpacker::State::open() {
    opened = true;
    // By name, not all that libarchive has: some of its filters start other programs, and some formats
    // (mtree, WARC, ISO images) are not what a user means by an archive of articles.
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_lz4(reader);
    archive_read_support_filter_compress(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_raw(reader);
    archive_read_support_format_empty(reader);
    archive_read_set_callback_data(reader, this);
    archive_read_set_read_callback(reader, &State::on_read);
    if (input.size()) archive_read_set_seek_callback(reader, &State::on_seek);
    if (archive_read_open1(reader) == ARCHIVE_OK) return true;
    broken = true;
    failure = damage();
    return false;
}

bool Unpacker::State::allow(std::uint64_t bytes) {
    came_out += bytes;
    // A zip can name the same packed bytes many times; they count once.
    const std::uint64_t in =
        std::max<std::uint64_t>(1, input.size() ? std::min(*input.size(), went_in) : went_in);
    return came_out <= limit.least || came_out / in <= limit.ratio;
}

std::string Unpacker::State::expansion() const {
    return "expands to more than " + std::to_string(limit.ratio) + " times its size: not read on";
}

std::string Unpacker::State::damage() const {
    const char* const reason = archive_error_string(reader);
    return "damaged or cut short" + (reason == nullptr ? std::string{} : " (" + normalise_line(reason) + ")");
}

// In blocks rather than by archive_read_data(), which forgets what it had read when an error follows.
bool Unpacker::State::Entry::next_block() {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int status = ARCHIVE_OK;
    int attempts = 0;
    do {
        status = archive_read_data_block(state_.reader, &data, &size, &offset);
    } while (status == ARCHIVE_RETRY && ++attempts < 10);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK) {
        state_.broken = status == ARCHIVE_FATAL;  // anything else spoils this file only
        fail(state_.damage());
        return false;
    }
    block_ = {static_cast<const char*>(data), size};
    // What a sparse file leaves out is no text.
    if (state_.allow(size)) return true;
    state_.broken = true;
    fail(state_.expansion());
    return false;
}

std::size_t Unpacker::State::Entry::read(char* data, std::size_t size) {
    while (block_.empty()) {
        if (ended_ || state_.broken) return 0;
        ended_ = !next_block();
    }
    const std::size_t count = std::min(size, block_.size());
    std::memcpy(data, block_.data(), count);
    block_.remove_prefix(count);
    return count;
}

bool Unpacker::State::pass_over_rest() {
    if (!entry || !entry->failure().empty()) return !broken;
    std::array<char, 16384> scratch{};
    while (entry->read(scratch.data(), scratch.size()) != 0) {
    }
    if (broken) failure = entry->failure();
    return !broken;
}

bool Unpacker::State::next() {
    if (!opened && !open()) return false;
    // A single compressed file has no second.
    if (entry && is_single()) return false;
    for (int attempts = 0; attempts < 10;) {
        // Not left to libarchive, which would not count what comes out.
        if (!pass_over_rest()) return false;
        archive_entry* header = nullptr;
        const int status = archive_read_next_header(reader, &header);
        if (status == ARCHIVE_RETRY) {
            ++attempts;
            continue;
        }
        if (status == ARCHIVE_EOF) return false;
        // What no filter and no format takes is a file that is cut off in its first bytes.
        if (status < ARCHIVE_WARN || (is_single() && archive_filter_count(reader) < 2)) {
            failure = damage();
        } else if (!allow(tar_block)) {
            failure = expansion();
        }
        broken = !failure.empty();
        if (broken) return false;
        entry = std::make_unique<Entry>(*this);
        if (accept(header)) return true;
    }
    failure = damage();
    return false;
}

bool Unpacker::State::accept(archive_entry* header) {
    name.clear();
    if (is_single()) return true;
    if (archive_entry_filetype(header) != AE_IFREG || archive_entry_hardlink(header) != nullptr) return false;
    const char* path = archive_entry_pathname_utf8(header);
    if (path == nullptr) path = archive_entry_pathname(header);
    std::string storage;
    name = normalise_line(as_utf8(path == nullptr ? "unnamed" : path, storage));
    return !is_hidden(name);
}

Unpacker::Unpacker(Input& packed, ExpansionLimit limit) : state_(std::make_unique<State>(packed, limit)) {}

Unpacker::~Unpacker() = default;

bool Unpacker::next() {
    return state_->next();
}

const std::string& Unpacker::name() const {
    return state_->name;
}

ByteSource& Unpacker::content() {
    return *state_->entry;
}

const std::string& Unpacker::failure() const {
    return state_->failure;
}

}  // namespace broadsheet
