#include "schema/article.h"

#include <xxhash.h>

#include "schema/stored_article.h"

namespace broadsheet {

std::uint64_t content_hash(const Article& article) {
    const std::string bytes = serialise(article);
    return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace broadsheet
