#include "corpus/html/metadata.h"

#include <utility>

namespace broadsheet {

void complete_with(PageMetadata& metadata, PageMetadata more) {
    const auto take = [](auto& known, auto& other) {
        if (known.empty()) known = std::move(other);
    };
    take(metadata.title, more.title);
    take(metadata.url, more.url);
    if (!metadata.date) metadata.date = more.date;
    take(metadata.source, more.source);
    take(metadata.language, more.language);
    take(metadata.section, more.section);
    take(metadata.authors, more.authors);
    take(metadata.tags, more.tags);
    take(metadata.body, more.body);
}

}  // namespace broadsheet
