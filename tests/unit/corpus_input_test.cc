#include <gtest/gtest.h>

#include <sstream>

#include "corpus/input.h"
#include "corpus/records.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

// Hands out its bytes a few at a time, and may fail at the end.
class Trickle : public ByteSource {
public:
    Trickle(std::string bytes, std::size_t step, std::string failure = {})
        : bytes_(std::move(bytes)), step_(step), at_end_(std::move(failure)) {}

    std::size_t read(char* data, std::size_t size) override {
        const std::size_t count = std::min({size, step_, bytes_.size() - at_});
        bytes_.copy(data, count, at_);
        at_ += count;
        largest_request = std::max(largest_request, size);
        if (count == 0) fail(at_end_);
        return count;
    }

    std::size_t largest_request = 0;

private:
    std::string bytes_;
    std::size_t step_;
    std::string at_end_;
    std::size_t at_ = 0;
};

std::size_t end_of_line(std::string_view bytes, std::size_t seen) {
    const std::size_t found = bytes.find('\n', seen);
    return found == std::string_view::npos ? not_yet : found + 1;
}

std::vector<std::string> lines_of(Input& input, std::uint64_t largest) {
    std::vector<std::string> lines;
    for (;;) {
        const Record record = next_record(input, largest, end_of_line);
        if (record.state == RecordState::none) return lines;
        lines.push_back(record.state == RecordState::too_large ? "too large" : std::string(record.bytes));
        input.consume(record.bytes.size());
    }
}

TEST(Input, GivesRecordsWhateverTheStepsOfTheSource) {
    const std::string text = "one\n\nthree is longer\n" + std::string(1000, 'x') + "\nlast";
    const std::vector<std::string> expected{"one\n", "\n", "three is longer\n", std::string(1000, 'x') + "\n",
                                            "last"};
    for (const std::size_t step : {1, 2, 3, 7, 64, 100000}) {
        Trickle source(text, step);
        Input input(source);
        EXPECT_EQ(lines_of(input, 1 << 20), expected) << step;
    }
}

TEST(Input, PassesOverRecordsThatAreTooLarge) {
    const std::string text =
        "one\n" + std::string(1000, 'x') + "\nthree\n" + std::string(101, 'y') + "\n" + std::string(500, 'z');
    const std::vector<std::string> expected{"one\n", "too large", "three\n", "too large", "too large"};
    for (const std::size_t step : {1, 33, 100000}) {
        Trickle source(text, step);
        Input input(source);
        EXPECT_EQ(lines_of(input, 101), expected) << step;
    }
}

TEST(Input, MemoryIsBoundedByTheLargestRecord) {
    // 64 MB without a line break against a limit of 1 MB.
    class Endless : public ByteSource {
    public:
        std::size_t read(char* data, std::size_t size) override {
            const std::size_t count = std::min(size, left_);
            std::fill_n(data, count, 'x');
            left_ -= count;
            largest_request = std::max(largest_request, size);
            return count;
        }
        std::size_t largest_request = 0;

    private:
        std::size_t left_ = std::size_t{64} << 20;
    };
    Endless source;
    Input input(source);
    EXPECT_EQ(next_record(input, 1 << 20, end_of_line).state, RecordState::too_large);
    EXPECT_LE(source.largest_request, std::size_t{4} << 20);
    EXPECT_EQ(next_record(input, 1 << 20, end_of_line).state, RecordState::none);
}

TEST(Input, PeeksWithoutConsuming) {
    Trickle source("abcdefgh", 3);
    Input input(source);
    EXPECT_EQ(input.peek(2), "abc");
    EXPECT_EQ(input.peek(4), "abcdef");
    EXPECT_EQ(input.peek(100), "abcdefgh");
    input.consume(6);
    EXPECT_EQ(input.window(), "gh");
    input.consume(100);
    EXPECT_EQ(input.window(), "");
    EXPECT_FALSE(input.more());
}

TEST(Input, CountsWhatItReads) {
    Trickle source("abcdefgh", 3);
    Input input(source);
    input.peek(3);
    std::uint64_t total = 10;
    input.count_into(total);
    EXPECT_EQ(total, 13U);
    input.peek(100);
    EXPECT_EQ(total, 18U);
}

TEST(Input, TellsWhyItEnded) {
    Trickle source("abc", 2, "the cable was cut");
    Input input(source);
    EXPECT_EQ(next_record(input, 100, end_of_line).state, RecordState::cut_off);
    EXPECT_EQ(input.failure(), "the cable was cut");
}

TEST(Input, FilesAndStreams) {
    const testing::TemporaryFolder folder;
    const std::string path = folder.write("file", "content");
    const auto file = open_file(path, false);
    Input input(*file);
    EXPECT_EQ(input.peek(100), "content");
    EXPECT_EQ(input.size(), 7U);
    EXPECT_TRUE(input.seek(3));
    EXPECT_EQ(input.peek(100), "tent");

    std::istringstream stream("content");
    const auto standard = from_stream(stream);
    Input other(*standard);
    EXPECT_EQ(other.peek(100), "content");
    EXPECT_FALSE(other.seek(0));
    EXPECT_EQ(other.size(), std::nullopt);

    EXPECT_EQ(open_file(folder.path("missing"), true)->failure(),
              "can not be opened: no such file or directory");
    const auto directory = open_file(folder.path(), true);
    char byte = 0;
    EXPECT_EQ(directory->read(&byte, 1), 0U);
    EXPECT_EQ(directory->failure(), "can not be read: is a directory");
    EXPECT_EQ(open_file(folder.path(), false)->failure(), "not a regular file");
}

}  // namespace
}  // namespace broadsheet
