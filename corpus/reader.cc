#include "corpus/reader.h"

#include <sys/stat.h>

#include <filesystem>
#include <sstream>
#include <unordered_map>

#include "corpus/complete.h"
#include "corpus/formats/registry.h"
#include "corpus/input.h"
#include "corpus/sniff.h"
#include "corpus/sources.h"
#include "corpus/transcode.h"
#include "corpus/unpack.h"
#include "corpus/zstd_dictionary.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

// An archive in an archive is read, and no deeper.
constexpr int deepest_archive = 2;

// Completes what the formats find, names its place, and keeps count.
class Collector : public RecordSink {
public:
    Collector(const ReadOptions& options, const Receiver& receiver, ReadTotals& totals)
        : options_(options), receiver_(receiver), totals_(totals) {}

    // `path` is empty where it can not tell the file's article from others.
    void begin_file(std::string where, std::string path) {
        where_ = std::move(where);
        path_ = std::move(path);
    }

    bool article(std::uint64_t record, Article&& article) override {
        totals_.file = article.id.empty() && article.url.empty() ? path_ : std::string{};
        if (std::string why_not = complete(article, options_); !why_not.empty())
            return problem(record, std::move(why_not));
        ++totals_.records;
        return receiver_.article(std::move(article));
    }

    bool problem(std::uint64_t record, std::string what) override {
        return problem(record == 0 ? where_ : where_ + ":" + std::to_string(record), std::move(what));
    }

    bool problem(std::string where, std::string what) {
        ++totals_.records;
        return receiver_.problem({std::move(where), std::move(what)});
    }

private:
    const ReadOptions& options_;
    const Receiver& receiver_;
    ReadTotals& totals_;
    std::string where_;
    std::string path_;
};

// Formats in which a file is one article.
bool is_article_a_file(std::string_view format) {
    return format == "text" || format == "html" || format == "markdown";
}

// The same however the user came to the file.
std::string path_from_root(const std::string& path) {
    if (path.empty()) return {};
    std::error_code failure;
    const std::filesystem::path absolute = std::filesystem::absolute(path, failure);
    return failure ? std::string{} : absolute.lexically_normal().string();
}

// The last part of a path, or what stands before it.
std::string_view last_part(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string folder_inside(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {};
    const std::string_view folder = last_part(path.substr(0, slash));
    return folder == "." || folder == ".." ? std::string{} : std::string(folder);
}

class Reading {
public:
    Reading(const ReadOptions& options, std::istream& standard_input, const Receiver& receiver,
            ReadTotals& totals)
        : options_(options),
          standard_input_(standard_input),
          collector_(options, receiver, totals),
          totals_(totals) {
        // A wrong name or mapping is an error even when no file needs it.
        if (format(options.format.empty() ? "jsonl" : options.format) == nullptr) {
            throw Error(ErrorCode::usage, "there is no format " + options.format);
        }
    }

    bool file(const SourceFile& file) {
        const std::unique_ptr<ByteSource> source =
            file.path.empty() ? from_stream(standard_input_) : open_file(file.path, !file.in_folder);
        Input input(*source);
        return content(input, {file.where, path_from_root(file.path)}, {file.folder}, 0);
    }

    bool problem(const Problem& problem) { return collector_.problem(problem.where, problem.what); }

private:
    struct Place {
        std::string where;  // for messages
        std::string path;   // from the root; empty: not a file

        Place inside(const std::string& name) const {
            return {where + "/" + name, path.empty() ? path : path + "/" + name};
        }
    };

    // False when the receiver said stop, as everywhere below.
    bool content(Input& input, const Place& place, const FileContext& context, int depth) {
        const std::string_view head = input.peek(sniffed_bytes);
        if (head.empty())
            return collector_.problem(place.where, input.failure().empty() ? "empty file" : input.failure());
        if (foreign_kind(head).empty() && is_packed(head)) {
            if (depth == deepest_archive)
                return collector_.problem(place.where, "archives are nested too deeply");
            if (has_own_dictionary(head)) {
                ZstdWithDictionary unpacked(input);
                Input inside(unpacked);
                return content(inside, place, context, depth + 1);
            }
            return archive(input, place, context, depth);
        }
        return collection(input, head.substr(0, sniffed_bytes), place, context);
    }

    bool archive(Input& input, const Place& place, const FileContext& context, int depth) {
        Unpacker unpacker(input);
        bool any = false;
        while (unpacker.next()) {
            any = true;
            Input inside(unpacker.content());
            const bool named = !unpacker.name().empty();
            const FileContext inner{named ? folder_inside(unpacker.name()) : context.folder};
            if (!content(inside, named ? place.inside(unpacker.name()) : place, inner, depth + 1))
                return false;
        }
        if (!unpacker.failure().empty()) return collector_.problem(place.where, unpacker.failure());
        return any || collector_.problem(place.where, "nothing in it");
    }

    bool collection(Input& input, std::string_view head, const Place& place, const FileContext& context) {
        const std::string& where = place.where;
        const Sniffed sniffed = sniff(head, last_part(where));
        const bool chosen = !options_.format.empty() && !is_foreign(head);
        if (!chosen && sniffed.format.empty()) return collector_.problem(where, sniffed.problem);
        const std::string_view name = chosen ? std::string_view(options_.format) : sniffed.format;
        collector_.begin_file(where, is_article_a_file(name) ? place.path : std::string{});
        input.count_into(totals_.bytes);
        Format& reader = *format(name);
        // Text keeps its bytes as they are; the others are made for UTF-8.
        if (sniffed.encoding.empty() || name == "text") {
            if (!reader.read(input, context, collector_)) return false;
        } else {
            Utf8Source decoded(input, sniffed.encoding);
            Input text(decoded);
            if (!reader.read(text, context, collector_)) return false;
        }
        return input.failure().empty() || collector_.problem(where, input.failure());
    }

    static bool is_foreign(std::string_view head) { return !foreign_kind(head).empty() || is_binary(head); }

    // The reader of that name, made when it is first needed; null when there is none.
    Format* format(std::string_view name) {
        std::unique_ptr<Format>& made = formats_[std::string(name)];
        if (!made) made = make_format(name, options_);
        return made.get();
    }

    const ReadOptions& options_;
    std::istream& standard_input_;
    Collector collector_;
    ReadTotals& totals_;
    std::unordered_map<std::string, std::unique_ptr<Format>> formats_;
};

}  // namespace

std::uint64_t bytes_of(const std::vector<std::string>& sources) {
    require_sources(sources);
    std::uint64_t total = 0;
    const auto add = [&](const SourceFile& file) {
        struct stat status = {};
        if (!file.path.empty() && ::stat(file.path.c_str(), &status) == 0)
            total += static_cast<std::uint64_t>(status.st_size);
        return true;
    };
    visit_sources(sources, {add, [](const Problem&) { return true; }});
    return total;
}

void read_files(const std::vector<SourceFile>& files, const ReadOptions& options, const Receiver& receiver,
                ReadTotals& totals) {
    std::istringstream no_input;
    Reading reading(options, no_input, receiver, totals);
    for (const SourceFile& file : files) {
        if (!reading.file(file)) return;
    }
}

void read_sources(const std::vector<std::string>& sources, const ReadOptions& options,
                  std::istream& standard_input, const Receiver& receiver, ReadTotals& totals) {
    require_sources(sources);
    Reading reading(options, standard_input, receiver, totals);
    visit_sources(sources, {[&](const SourceFile& file) { return reading.file(file); },
                            [&](const Problem& problem) { return reading.problem(problem); }});
}

}  // namespace broadsheet
