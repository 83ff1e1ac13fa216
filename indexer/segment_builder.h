// One small segment, filled by one thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/copies/words.h"
#include "indexer/entities/article_entities.h"
#include "indexer/name_table.h"
#include "schema/analysis/analyser.h"
#include "schema/article.h"
#include "schema/index/columns.h"
#include "schema/index/manifest.h"
#include "schema/index/positions.h"
#include "schema/stored_article.h"

namespace broadsheet {

// Makes segments that are small enough to be built in memory and that nobody relies on until they are merged:
// nothing is synced. Documents get the docids 1, 2, 3, ...
class SegmentBuilder {
public:
    // Makes the folder. What it references is the calling thread's and outlives the builder; `dictionary` may
    // be empty. Names go to `names`, which many segments share: who builds writes them.
    SegmentBuilder(const std::filesystem::path& folder, Analyser& analyser, ArticleCompressor& compressor,
                   NameTable& names, const std::string& dictionary);

    // To be called first, if copies are to be looked for: the words of the articles are kept beside the
    // segment.
    void keep_words();

    // Returns the docid. `found` is null where nobody looked for entities; `file` is that of NumberedArticle.
    DocId add(const Article& article, const entities::ArticleEntities* found, std::string_view file = {});

    // Postings held: what the memory that is used grows with.
    std::uint64_t postings() const { return postings_; }

    // Writes everything. Nothing can be added afterwards.
    void finish();

private:
    SegmentPaths paths_;
    Analyser& analyser_;
    ArticleCompressor& compressor_;
    Xapian::WritableDatabase database_;
    PositionsWriter positions_;
    copies::WordCollector collector_;
    std::optional<copies::WordsWriter> words_;
    ColumnsBuilder columns_;
    NameTable& names_;
    std::uint64_t postings_ = 0;
    std::string record_;
};

}  // namespace broadsheet
