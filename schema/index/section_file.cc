#include "schema/index/section_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "schema/error.h"

namespace broadsheet {

static_assert(std::endian::native == std::endian::little, "section files are little-endian");

namespace {

constexpr std::string_view magic = "BSECTION";
constexpr std::string_view end_magic = "BSECTEND";
constexpr std::size_t longest_name = 16;
constexpr std::size_t uuid_field = 40;
constexpr std::size_t entry_size = longest_name + 3 * sizeof(std::uint64_t);
constexpr std::size_t footer_size = 4 + 4 + 8 + uuid_field + 8 + end_magic.size();
constexpr std::size_t buffer_size = 1u << 18;

void put(std::string& out, const void* value, std::size_t size) {
    out.append(static_cast<const char*>(value), size);
}

template <typename T>
T get(const char* from) {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

std::string padded(std::string_view text, std::size_t size) {
    std::string result(text.substr(0, size));
    result.resize(size, '\0');
    return result;
}

}  // namespace

struct SectionFileWriter::State {
    std::filesystem::path path;
    int descriptor = -1;
    std::string buffer;
    std::uint64_t offset = 0;  // of the end of what was written, buffer included
    std::string table;
    std::uint32_t sections = 0;
    std::string name;  // of the open section
    std::uint64_t section_start = 0;
    XXH3_state_t* hash = XXH3_createState();

    ~State() {
        if (descriptor >= 0) ::close(descriptor);
        XXH3_freeState(hash);
    }

    void append(std::string_view bytes) {
        buffer += bytes;
        offset += bytes.size();
        if (buffer.size() >= buffer_size) flush();
    }

    void flush() {
        std::string_view rest = buffer;
        while (!rest.empty()) {
            const ssize_t put_bytes = ::write(descriptor, rest.data(), rest.size());
            if (put_bytes < 0 && errno == EINTR) continue;
            if (put_bytes < 0) throw system_error(errno, "write " + path.string());
            rest.remove_prefix(static_cast<std::size_t>(put_bytes));
        }
        buffer.clear();
    }

    void end_section() {
        if (sections == 0) return;
        table += padded(name, longest_name);
        const std::uint64_t size = offset - section_start;
        const std::uint64_t checksum = XXH3_64bits_digest(hash);
        put(table, &section_start, 8);
        put(table, &size, 8);
        put(table, &checksum, 8);
        append(std::string((8 - offset % 8) % 8, '\0'));
    }
};

SectionFileWriter::SectionFileWriter(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
    state_->path = path;
    state_->descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (state_->descriptor < 0) throw system_error(errno, "write " + path.string());
    state_->append(magic);
}

SectionFileWriter::~SectionFileWriter() = default;

void SectionFileWriter::begin_section(std::string_view name) {
    state_->end_section();
    state_->name = name;
    state_->section_start = state_->offset;
    ++state_->sections;
    XXH3_64bits_reset(state_->hash);
}

void SectionFileWriter::write(std::string_view bytes) {
    XXH3_64bits_update(state_->hash, bytes.data(), bytes.size());
    state_->append(bytes);
}

void SectionFileWriter::finish(const std::string& database_uuid, std::uint32_t version, bool sync) {
    state_->end_section();
    const std::uint64_t table_offset = state_->offset;
    std::string tail = state_->table;
    put(tail, &version, 4);
    put(tail, &state_->sections, 4);
    put(tail, &table_offset, 8);
    tail += padded(database_uuid, uuid_field);
    const std::uint64_t checksum = XXH3_64bits(tail.data(), tail.size());
    put(tail, &checksum, 8);
    tail += end_magic;
    state_->append(tail);
    state_->flush();
    if (sync && ::fsync(state_->descriptor) != 0) throw system_error(errno, "sync " + state_->path.string());
    ::close(state_->descriptor);
    state_->descriptor = -1;
}

SectionFile::Descriptor::Descriptor(const std::filesystem::path& path)
    : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (number < 0) throw system_error(errno, "read " + path.string());
}

SectionFile::Descriptor::~Descriptor() {
    ::close(number);
}

SectionFile::SectionFile(const std::filesystem::path& path, const std::string& database_uuid,
                         std::uint32_t version)
    : path_(path), file_(path) {
    struct stat status {};
    const bool known = ::fstat(file_.number, &status) == 0;
    size_ = known ? static_cast<std::size_t>(status.st_size) : 0;
    if (size_ >= magic.size() + footer_size) {
        void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_.number, 0);
        if (mapped != MAP_FAILED) data_ = static_cast<const char*>(mapped);
    }
    const int failure = errno;
    if (data_ == nullptr) {
        if (size_ < magic.size() + footer_size) damaged("it is too short");
        throw system_error(failure, "map " + path.string());
    }
    try {
        const char* footer = data_ + size_ - footer_size;
        if (std::string_view(data_, magic.size()) != magic ||
            std::string_view(data_ + size_ - end_magic.size(), end_magic.size()) != end_magic) {
            damaged("it is cut off or something else");
        }
        if (get<std::uint32_t>(footer) != version) damaged("it has another version");
        const auto sections = get<std::uint32_t>(footer + 4);
        const auto table_offset = get<std::uint64_t>(footer + 8);
        const auto checksum = get<std::uint64_t>(footer + 16 + uuid_field);
        const std::size_t table_end = size_ - footer_size;
        if (table_offset > table_end || table_end - table_offset != std::uint64_t{sections} * entry_size) {
            damaged("its table is not where it should be");
        }
        const char* table = data_ + table_offset;
        const std::size_t hashed = table_end - table_offset + 16 + uuid_field;
        if (XXH3_64bits(table, hashed) != checksum) damaged("its table does not match its checksum");
        if (std::string_view(footer + 16, uuid_field) != padded(database_uuid, uuid_field)) {
            damaged("it belongs to another database");
        }
        for (std::uint32_t i = 0; i < sections; ++i) {
            const char* entry = table + std::size_t{i} * entry_size;
            const std::string_view name(entry, longest_name);
            entries_.push_back({std::string(name.substr(0, name.find('\0'))),
                                get<std::uint64_t>(entry + longest_name),
                                get<std::uint64_t>(entry + longest_name + 8),
                                get<std::uint64_t>(entry + longest_name + 16)});
            const Entry& last = entries_.back();
            if (last.offset > table_offset || last.size > table_offset - last.offset ||
                last.offset % 8 != 0) {
                damaged("a section is out of bounds");
            }
        }
    } catch (...) {
        ::munmap(const_cast<char*>(data_), size_);
        throw;
    }
}

SectionFile::~SectionFile() {
    ::munmap(const_cast<char*>(data_), size_);
}

std::string_view SectionFile::section(std::string_view name) const {
    for (const Entry& entry : entries_) {
        if (entry.name == name) return {data_ + entry.offset, entry.size};
    }
    damaged("it has no section " + std::string(name));
}

void SectionFile::read(std::string_view part_of_section, std::string& buffer) const {
    buffer.resize(part_of_section.size());
    std::size_t done = 0;
    while (done < buffer.size()) {
        const auto at = static_cast<off_t>(part_of_section.data() - data_) + static_cast<off_t>(done);
        const ssize_t got = ::pread(file_.number, buffer.data() + done, buffer.size() - done, at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw system_error(errno, "read " + path_.string());
        if (got == 0) damaged("it is cut off");
        done += static_cast<std::size_t>(got);
    }
}

void SectionFile::verify() const {
    for (const Entry& entry : entries_) {
        if (XXH3_64bits(data_ + entry.offset, entry.size) != entry.checksum) {
            damaged("its " + entry.name + " do not match their checksum");
        }
    }
}

void SectionFile::damaged(const std::string& what) const {
    throw Error(ErrorCode::index_damaged, path_.string() + " is damaged: " + what,
                "run indexer check --repair");
}

}  // namespace broadsheet
