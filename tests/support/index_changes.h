// Changes to an index that was made for a test.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace broadsheet::test {

// Deletes these articles.
void remove_articles(const std::filesystem::path& index, const std::set<std::string>& ids);

// Decides the deletion of these articles, but does not do it: as a writer that was killed at the wrong
// moment. What is not there is left out.
void leave_pending(const std::filesystem::path& index, const std::set<std::string>& ids);

}  // namespace broadsheet::test
