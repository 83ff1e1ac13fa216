// Files that are part of the program: the page and what it is made of.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/http/encoding.h"
#include "searcher/http/message.h"

namespace broadsheet::http {

struct StaticFile {
    std::string_view content_type;
    std::string_view bytes;
    std::string_view digest;  // of the bytes
    // SHA-256 of the scripts and the styles that stand within it, in hexadecimal, with blanks between: they
    // and no others run there.
    std::string_view scripts_inside;
    std::string_view styles_inside;
};

// By the path of its address; nothing where there is none. What it returns lives as long as the program.
using FindFile = std::function<std::optional<StaticFile>(std::string_view path)>;

class StaticFiles {
public:
    // `find` null: there are none.
    explicit StaticFiles(FindFile find) : find_(std::move(find)) {}

    std::optional<StaticFile> find(std::string_view path) const;
    Reply answer(const Request& request, std::string_view path, const StaticFile& file);

private:
    using Body = std::shared_ptr<const std::string>;
    Body body_of(const StaticFile& file, std::string_view path, Encoding encoding);

    const FindFile find_;
    std::mutex mutex_;
    std::map<std::pair<std::string, Encoding>, Body> bodies_;  // compressed once
};

// The headers of a file, with 304 where the client has what `tag` stands for; without a body.
Reply file_head(const Request& request, const StaticFile& file, const std::string& tag);

}  // namespace broadsheet::http
