// Indexes made for a test, in a folder of their own that goes away with it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/annotator.h"
#include "schema/article.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet::test {

// An index of these articles, spread over `segments` segments as evenly as it goes (at most seven, which is
// as many small ones as the writer leaves unmerged).
class TestIndex {
public:
    // With `knowledge`, which the constructor alone uses, entities are looked for.
    explicit TestIndex(const std::vector<Article>& articles, std::size_t segments = 1,
                       const entities::Knowledge* knowledge = nullptr);

    std::filesystem::path path() const { return folder_.path() / "test.idx"; }

private:
    TemporaryFolder folder_;
};

// An article with what most tests need; everything else is empty. The source is "Gazette".
Article make_article(const std::string& id, const std::string& title, const std::string& body,
                     const std::string& day = {});

}  // namespace broadsheet::test
