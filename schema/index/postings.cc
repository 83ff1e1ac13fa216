#include "schema/index/postings.h"

#include <array>
#include <vector>

namespace broadsheet {

namespace {

constexpr std::uint32_t version = 1;

}  // namespace

void write_postings(const Xapian::Database& database, const std::filesystem::path& path, bool sync) {
    SectionFileWriter file(path);
    PackedListsWriter lists(file);
    std::string terms;
    std::vector<DocId> documents;
    std::vector<std::uint32_t> occurrences;
    const Xapian::TermIterator end = database.allterms_end();
    for (Xapian::TermIterator term = database.allterms_begin(); term != end; ++term) {
        if (term.get_termfreq() < least_packed_postings) continue;
        const std::string name = *term;
        documents.clear();
        occurrences.clear();
        const Xapian::PostingIterator end_of_list = database.postlist_end(name);
        for (Xapian::PostingIterator at = database.postlist_begin(name); at != end_of_list; ++at) {
            documents.push_back(*at);
            occurrences.push_back(at.get_wdf());
        }
        terms += name;
        lists.add(documents, occurrences, static_cast<std::uint32_t>(terms.size()));
    }
    lists.finish();
    file.begin_section("terms");
    file.write(terms);
    file.begin_section("about");
    const std::array<std::uint32_t, 2> about{database.get_lastdocid(), database.get_doccount()};
    file.write(std::span<const std::uint32_t>(about));
    file.finish(database.get_uuid(), version, sync);
}

Postings::Postings(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      about_(file_.array<std::uint32_t>("about")),
      terms_(file_.section("terms")),
      lists_(file_) {
    if (about_.size() != 2) file_.damaged("its sections do not fit together");
}

std::string_view Postings::term(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : lists_.label(number - 1);
    const std::size_t end = lists_.label(number);
    if (begin > end || end > terms_.size()) file_.damaged("a term is out of bounds");
    return terms_.substr(begin, end - begin);
}

std::optional<PackedList> Postings::find(std::string_view wanted) const {
    std::size_t low = 0;
    std::size_t high = lists_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (term(middle) < wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == lists_.size() || term(low) != wanted) return std::nullopt;
    return list(low);
}

}  // namespace broadsheet
