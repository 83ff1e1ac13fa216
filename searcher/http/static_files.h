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
};

// By the path of its address; nothing where there is none. What it returns lives as long as the program.
using FindFile = std::function<std::optional<StaticFile>(std::string_view path)>;

// The address that a file at `target` will ask for first; empty where that is not known.
using FindPreload = std::function<std::string(std::string_view target)>;

class StaticFiles {
public:
    // `find` null: there are none. `preload` null: nothing is told of what they will ask for.
    StaticFiles(FindFile find, FindPreload preload) : find_(std::move(find)), preload_(std::move(preload)) {}

    // Nothing where there is no such file.
    std::optional<Reply> answer(const Request& request, std::string_view path);

private:
    using Body = std::shared_ptr<const std::string>;
    Body body_of(const StaticFile& file, std::string_view path, Encoding encoding);

    const FindFile find_;
    const FindPreload preload_;
    std::mutex mutex_;
    std::map<std::pair<std::string, Encoding>, Body> bodies_;  // compressed once
};

}  // namespace broadsheet::http
