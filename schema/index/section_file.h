// The container of a segment's derived files: named arrays of bytes, checksummed, bound to one Xapian
// database, read by mapping.
//
//     "BSECTION" | sections, each from a multiple of 8 | table | footer
//     table:  for each section: name (16 bytes, zero-padded), offset, size, XXH3 of its bytes (u64 each)
//     footer: version (u32), number of sections (u32), offset of the table (u64), the database's UUID (36
//     bytes, padded
//             to 40), XXH3 of table and footer up to here (u64), "BSECTEND"
//
// Little-endian throughout.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class SectionFileWriter {
public:
    // Throws Error when the file can not be made.
    explicit SectionFileWriter(const std::filesystem::path& path);
    ~SectionFileWriter();
    SectionFileWriter(const SectionFileWriter&) = delete;
    SectionFileWriter& operator=(const SectionFileWriter&) = delete;

    // Sections are written one after the other; `name` of at most 16 bytes.
    void begin_section(std::string_view name);
    void write(std::string_view bytes);
    template <typename T>
    void write(std::span<const T> values) {
        write(std::string_view(reinterpret_cast<const char*>(values.data()), values.size_bytes()));
    }

    // Writes table and footer and, if asked, syncs. Nothing can be written afterwards.
    void finish(const std::string& database_uuid, std::uint32_t version, bool sync);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Immutable; can be shared by threads.
class SectionFile {
public:
    // Maps the file and checks the footer and the table, not the sections. Throws Error: not_found,
    // index_damaged (also when it belongs to another database or version).
    SectionFile(const std::filesystem::path& path, const std::string& database_uuid, std::uint32_t version);
    ~SectionFile();
    SectionFile(const SectionFile&) = delete;
    SectionFile& operator=(const SectionFile&) = delete;

    // The bytes of a section, 8-aligned. Throws Error(index_damaged) when there is none of that name.
    std::string_view section(std::string_view name) const;
    // Copies bytes of a section to `buffer` without mapping them into the process. Throws Error when they can
    // not be read.
    void read(std::string_view part_of_section, std::string& buffer) const;
    // As an array; throws when the size is no multiple of T's.
    template <typename T>
    std::span<const T> array(std::string_view name) const {
        const std::string_view bytes = section(name);
        if (bytes.size() % sizeof(T) != 0) damaged(std::string(name) + " has an odd size");
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

    // Compares every section with its checksum. Throws Error(index_damaged).
    void verify() const;

    [[noreturn]] void damaged(const std::string& what) const;

private:
    struct Entry {
        std::string name;
        std::uint64_t offset;
        std::uint64_t size;
        std::uint64_t checksum;
    };

    // Closed by whoever ends first: the object, or a constructor that throws.
    struct Descriptor {
        explicit Descriptor(const std::filesystem::path& path);
        ~Descriptor();
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
        const int number;
    };

    std::filesystem::path path_;
    Descriptor file_;
    const char* data_ = nullptr;
    std::size_t size_ = 0;
    std::vector<Entry> entries_;
};

}  // namespace broadsheet
