#include "schema/index/postings.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "schema/error.h"
#include "schema/index/bit_packing.h"

namespace broadsheet {

namespace {

constexpr std::uint32_t version = 1;

}  // namespace

// Goes through the terms of a database.
class PostingsWriter {
public:
    PostingsWriter(const Xapian::Database& database, const std::filesystem::path& path)
        : database_(database), file_(path) {}

    void run(bool sync) {
        file_.begin_section("bytes");
        const Xapian::TermIterator end = database_.allterms_end();
        for (Xapian::TermIterator term = database_.allterms_begin(); term != end; ++term) {
            if (term.get_termfreq() >= least_packed_postings) add(*term, term.get_termfreq());
        }
        file_.write(std::string(packing_slack, '\0'));
        file_.begin_section("terms");
        file_.write(terms_);
        file_.begin_section("lists");
        file_.write(std::span<const Postings::List>(lists_));
        file_.begin_section("heads");
        file_.write(std::span<const PackedList::Head>(heads_));
        file_.begin_section("about");
        const std::array<std::uint32_t, 2> about{database_.get_lastdocid(), database_.get_doccount()};
        file_.write(std::span<const std::uint32_t>(about));
        file_.finish(database_.get_uuid(), version, sync);
    }

private:
    void add(const std::string& term, std::uint32_t postings) {
        gaps_.clear();
        occurrences_.clear();
        ends_.clear();
        DocId before = 0;
        const Xapian::PostingIterator end = database_.postlist_end(term);
        for (Xapian::PostingIterator at = database_.postlist_begin(term); at != end; ++at) {
            gaps_.push_back(*at - before - 1);
            ends_.push_back(*at);
            occurrences_.push_back(at.get_wdf());
            before = *at;
        }
        const auto [least, most] = std::minmax_element(occurrences_.begin(), occurrences_.end());
        const Postings::List list{heads_.size(), written_,
                                  postings,      *most,
                                  *least,        static_cast<std::uint32_t>(terms_.size() + term.size())};
        for (std::uint32_t& each : occurrences_)
            each -= list.least_occurrences;
        packed_.clear();
        for (std::size_t begin = 0; begin < gaps_.size(); begin += PackedList::block_size)
            add_block(begin, std::min(gaps_.size(), begin + PackedList::block_size), list.least_occurrences);
        file_.write(packed_);
        written_ += packed_.size();
        terms_ += term;
        lists_.push_back(list);
    }

    void add_block(std::size_t begin, std::size_t end, std::uint32_t least) {
        const auto part = [&](const std::vector<std::uint32_t>& values) {
            return std::span(values).subspan(begin, end - begin);
        };
        const auto most = [](std::span<const std::uint32_t> values) {
            return *std::max_element(values.begin(), values.end());
        };
        const std::uint32_t most_occurrences = most(part(occurrences_)) + least;
        const PackedList::Head head{ends_[end - 1], static_cast<std::uint32_t>(packed_.size()),
                                    static_cast<std::uint8_t>(bits_for(most(part(gaps_)))),
                                    static_cast<std::uint8_t>(bits_for(most(part(occurrences_)))),
                                    static_cast<std::uint16_t>(std::min(most_occurrences, 0xffffu))};
        heads_.push_back(head);
        pack(part(gaps_), head.document_bits, packed_);
        pack(part(occurrences_), head.occurrence_bits, packed_);
    }

    Xapian::Database database_;
    SectionFileWriter file_;
    std::uint64_t written_ = 0;
    std::string terms_;
    std::vector<Postings::List> lists_;
    std::vector<PackedList::Head> heads_;
    // Of one list.
    std::vector<std::uint32_t> gaps_;
    std::vector<std::uint32_t> occurrences_;
    std::vector<DocId> ends_;
    std::string packed_;
};

void write_postings(const Xapian::Database& database, const std::filesystem::path& path, bool sync) {
    PostingsWriter(database, path).run(sync);
}

void PackedList::damaged() {
    throw Error(ErrorCode::index_damaged, "a packed posting list is damaged", "run indexer check --repair");
}

std::size_t PackedList::find_block(DocId document, std::size_t from) const {
    // Most often it is near: steps double until one reaches too far.
    std::size_t step = 1;
    std::size_t low = from;
    std::size_t high = from;
    while (high < heads_.size() && heads_[high].last < document) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    const auto end = heads_.begin() + static_cast<std::ptrdiff_t>(std::min(high, heads_.size()));
    const auto found = std::lower_bound(heads_.begin() + static_cast<std::ptrdiff_t>(low), end, document,
                                        [](const Head& head, DocId value) { return head.last < value; });
    return static_cast<std::size_t>(found - heads_.begin());
}

// `begin` and `size` in the bytes of the block.
const char* PackedList::bytes(std::size_t block, std::size_t begin, std::size_t size) const {
    const std::size_t at = heads_[block].offset + begin;
    if (at + size + packing_slack > bytes_.size()) damaged();
    return bytes_.data() + at;
}

std::size_t PackedList::documents(std::size_t block, std::array<DocId, block_size>& documents) const {
    const Head& head = heads_[block];
    const std::size_t count = size(block);
    if (head.document_bits > most_packed_bits) damaged();
    unpack(bytes(block, 0, packed_size(count, head.document_bits)), head.document_bits, count,
           documents.data());
    const DocId before = block == 0 ? 0 : heads_[block - 1].last;
    // So that no sum can wrap around below, nor reach beyond what the list was checked for.
    if (head.last > heads_.back().last ||
        before + std::accumulate(documents.begin(), documents.begin() + count, std::uint64_t{count}) !=
            head.last)
        damaged();
    DocId document = before;
    for (std::size_t i = 0; i < count; ++i)
        documents[i] = document += documents[i] + 1;
    return count;
}

void PackedList::occurrences(std::size_t block, std::array<std::uint32_t, block_size>& occurrences) const {
    const Head& head = heads_[block];
    const std::size_t count = size(block);
    if (head.document_bits > most_packed_bits || head.occurrence_bits > most_packed_bits) damaged();
    const std::size_t before = packed_size(count, head.document_bits);
    unpack(bytes(block, before, packed_size(count, head.occurrence_bits)), head.occurrence_bits, count,
           occurrences.data());
    for (std::size_t i = 0; i < count; ++i)
        occurrences[i] += least_occurrences_;
}

Postings::Postings(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      about_(file_.array<std::uint32_t>("about")),
      terms_(file_.section("terms")),
      lists_(file_.array<List>("lists")),
      heads_(file_.array<PackedList::Head>("heads")),
      bytes_(file_.section("bytes")) {
    if (about_.size() != 2 || bytes_.size() < packing_slack)
        file_.damaged("its sections do not fit together");
}

std::string_view Postings::term(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : lists_[number - 1].term_end;
    const std::size_t end = lists_[number].term_end;
    if (begin > end || end > terms_.size()) file_.damaged("a term is out of bounds");
    return terms_.substr(begin, end - begin);
}

PackedList Postings::list(std::size_t number) const {
    const List& from = lists_[number];
    const std::uint64_t blocks =
        (std::uint64_t{from.postings} + PackedList::block_size - 1) / PackedList::block_size;
    const bool fits = from.postings > 0 && from.head <= heads_.size() &&
                      blocks <= heads_.size() - from.head && from.bytes <= bytes_.size();
    if (!fits) file_.damaged("a list is out of bounds");
    PackedList list;
    list.postings_ = from.postings;
    list.most_occurrences_ = from.most_occurrences;
    list.least_occurrences_ = from.least_occurrences;
    list.heads_ = heads_.subspan(from.head, blocks);
    list.bytes_ = bytes_.substr(from.bytes);
    if (list.heads_.back().last > last()) file_.damaged("a list reaches too far");
    return list;
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
