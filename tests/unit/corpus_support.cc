#include "corpus_support.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <stdexcept>

#include "corpus/charset.h"

namespace broadsheet::testing {

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "broadsheet-corpus-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
}

std::string TemporaryFolder::path(std::string_view name) const {
    return name.empty() ? root_.string() : (root_ / name).string();
}

std::string TemporaryFolder::write(std::string_view name, std::string_view content) const {
    const std::filesystem::path file = root_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!stream.flush()) throw std::runtime_error("can not write " + file.string());
    return file.string();
}

std::string Outcome::told() const {
    std::string lines;
    for (const Problem& problem : problems)
        lines += problem.where + ": " + problem.what + "\n";
    return lines;
}

Outcome read_all(const std::vector<std::string>& sources, const ReadOptions& options,
                 const std::string& standard_input) {
    Outcome outcome;
    std::istringstream stream(standard_input);
    const Receiver receiver{[&](Article&& article) {
                                expect_clean(article);
                                outcome.articles.push_back(std::move(article));
                                return true;
                            },
                            [&](const Problem& problem) {
                                outcome.problems.push_back(problem);
                                return true;
                            }};
    read_sources(sources, options, stream, receiver, outcome.totals);
    EXPECT_EQ(outcome.totals.records, outcome.articles.size() + outcome.problems.size());
    return outcome;
}

Outcome read_text(const std::string& content, const std::string& format, ReadOptions options) {
    options.format = format;
    return read_all({"-"}, options, content);
}

std::string packed(const std::string& format, const std::string& filter, const Entries& entries) {
    const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
    if (filter != "none") archive_write_add_filter_by_name(writer.get(), filter.c_str());
    archive_write_set_format_by_name(writer.get(), format == "tar" ? "pax" : format.c_str());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    std::string bytes;
    const auto append = [](archive*, void* target, const void* data, std::size_t size) {
        static_cast<std::string*>(target)->append(static_cast<const char*>(data), size);
        return static_cast<la_ssize_t>(size);
    };
    archive_write_open(writer.get(), &bytes, nullptr, append, nullptr);
    for (const auto& [name, content] : entries) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        if (archive_write_header(writer.get(), entry.get()) < ARCHIVE_WARN)
            throw std::runtime_error(archive_error_string(writer.get()));
        archive_write_data(writer.get(), content.data(), content.size());
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(writer.get()));
    return bytes;
}

namespace {

void expect_clean_line(const std::string& text) {
    EXPECT_TRUE(is_utf8(text));
    EXPECT_EQ(text.find("  "), std::string::npos) << text;
    for (const char c : text)
        ASSERT_GE(static_cast<unsigned char>(c), 0x20) << text;
    if (text.empty()) return;
    EXPECT_NE(text.front(), ' ');
    EXPECT_NE(text.back(), ' ');
}

}  // namespace

void expect_clean(const Article& article) {
    EXPECT_FALSE(article.id.empty());
    EXPECT_FALSE(article.original.empty());
    EXPECT_FALSE(article.media_type.empty());
    for (const std::string* line :
         {&article.id, &article.url, &article.title, &article.source, &article.language, &article.section}) {
        expect_clean_line(*line);
    }
    for (const auto* names :
         {&article.authors, &article.tags, &article.people, &article.organisations, &article.places}) {
        for (const std::string& name : *names) {
            EXPECT_FALSE(name.empty());
            expect_clean_line(name);
        }
    }
    std::string_view body = article.body;
    while (!body.empty()) {
        const std::size_t end = body.find("\n\n");
        const std::string paragraph(body.substr(0, end));
        EXPECT_FALSE(paragraph.empty());
        expect_clean_line(paragraph);
        body.remove_prefix(end == std::string_view::npos ? body.size() : end + 2);
    }
    EXPECT_FALSE(article.body.ends_with("\n"));
}

std::string random_bytes(unsigned seed, std::size_t size, std::string_view alphabet) {
    std::mt19937 generator(seed);
    std::string bytes(size, '\0');
    for (char& c : bytes) {
        const auto value = static_cast<std::uint32_t>(generator());
        c = alphabet.empty() ? static_cast<char>(value & 0xff) : alphabet[value % alphabet.size()];
    }
    return bytes;
}

Article only(const Outcome& outcome) {
    EXPECT_EQ(outcome.told(), "");
    EXPECT_EQ(outcome.articles.size(), 1U);
    return outcome.articles.empty() ? Article{} : outcome.articles.front();
}

}  // namespace broadsheet::testing
