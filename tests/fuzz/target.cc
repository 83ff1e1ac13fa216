#include "target.h"

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "corpus/charset.h"
#include "corpus/language.h"
#include "corpus/reader.h"

namespace broadsheet::fuzzing {

namespace {

[[noreturn]] void fail(const char* what, const Article& article) {
    std::cerr << "broken promise: " << what << " in article " << article.id << '\n';
    std::abort();
}

void check_line(const std::string& line, const Article& article) {
    if (!is_utf8(line)) fail("not UTF-8", article);
    for (const char c : line) {
        if (static_cast<unsigned char>(c) < 0x20) fail("a control character", article);
    }
}

void check(const Article& article) {
    if (article.id.empty()) fail("no id", article);
    if (article.original.empty() || article.media_type.empty()) fail("no original", article);
    for (const std::string* line :
         {&article.id, &article.url, &article.title, &article.source, &article.language, &article.section})
        check_line(*line, article);
    for (const auto* names :
         {&article.authors, &article.tags, &article.people, &article.organisations, &article.places}) {
        for (const std::string& name : *names)
            check_line(name, article);
    }
    std::string body = article.body;
    if (body.find("\n\n\n") != std::string::npos) fail("three line breaks", article);
    for (std::size_t at = body.find("\n\n"); at != std::string::npos; at = body.find("\n\n", at))
        body.erase(at, 2);
    check_line(body, article);
}

}  // namespace

void read_in_format(std::string_view bytes, const std::string& format) {
    ReadOptions options;
    options.format = format;
    options.largest_record = 64 << 10;
    std::istringstream stream{std::string(bytes)};
    ReadTotals totals;
    const Receiver receiver{[](Article&& article) {
                                check(article);
                                recognised_language(article);
                                return true;
                            },
                            [](const Problem&) { return true; }};
    read_sources({"-"}, options, stream, receiver, totals);
}

}  // namespace broadsheet::fuzzing
