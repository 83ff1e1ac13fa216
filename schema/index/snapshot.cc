#include "schema/index/snapshot.h"

#include <algorithm>

#include "schema/error.h"

namespace broadsheet {

namespace {

Xapian::Database open_database(const IndexPaths& index, const std::string& segment) {
    const std::filesystem::path path = SegmentPaths{index.segment(segment)}.xapian();
    try {
        return Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS);
    } catch (const Xapian::Error& error) {
        // A merge may have replaced the segment since the manifest was read; else it is damage.
        const Manifest now = read_manifest(index);
        const auto is_it = [&segment](const SegmentEntry& entry) { return entry.name == segment; };
        if (std::none_of(now.segments.begin(), now.segments.end(), is_it)) {
            throw Error(ErrorCode::index_changed, index.root.string() + " changed while it was being opened");
        }
        throw translated(error, path.string());
    }
}

bool has_documents_behind(const Xapian::Database& database, DocId last) {
    if (database.get_lastdocid() <= last) return false;
    Xapian::PostingIterator all = database.postlist_begin({});
    const Xapian::PostingIterator end = database.postlist_end({});
    if (all != end) all.skip_to(last + 1);
    return all != end;
}

std::vector<DocId> pending_of(const Manifest& manifest, const std::string& segment) {
    std::vector<DocId> documents;
    for (const PendingDeletion& pending : manifest.pending) {
        if (pending.segment == segment) {
            documents.insert(documents.end(), pending.documents.begin(), pending.documents.end());
        }
    }
    std::sort(documents.begin(), documents.end());
    return documents;
}

}  // namespace

Snapshot::Snapshot(const std::filesystem::path& root, const ShardSettings& shards) {
    const IndexPaths index{root};
    manifest_ = read_manifest(index);
    for (const SegmentEntry& entry : manifest_.segments) {
        segments_.push_back({entry, false, SegmentPaths{index.segment(entry.name)},
                             open_database(index, entry.name), pending_of(manifest_, entry.name)});
        database_.add_database(segments_.back().database);
    }
    for (const RemoteShard& shard : manifest_.remotes)
        open_shard(shard, shards);
    positions_.resize(segments_.size());
    columns_.resize(segments_.size());
    postings_.resize(segments_.size());
    word_pairs_.resize(segments_.size());
    copies_.resize(segments_.size());
    names_.resize(segments_.size());
    live_.resize(segments_.size());
    if (segments_.empty()) database_ = Xapian::Database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    // Deletions are applied to segments that an older manifest names, too: what was opened is one generation
    // only if the manifest is still the same.
    if (read_manifest(index).generation != manifest_.generation) {
        throw Error(ErrorCode::index_changed, root.string() + " changed while it was being opened",
                    "repeat the command");
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        for (const DocId document : segments_[i].pending)
            pending_.push_back(docid({i, document}));
    }
    std::sort(pending_.begin(), pending_.end());
}

void Snapshot::open_shard(const RemoteShard& shard, const ShardSettings& settings) {
    const auto miss = [&](const std::string& reason) {
        missing_shards_.push_back("the shard " + to_text(shard) + " is missing: " + reason);
    };
    const std::vector<RemoteShard>& left_out = settings.left_out;
    if (std::find(left_out.begin(), left_out.end(), shard) != left_out.end()) {
        miss("it stopped answering");
        return;
    }
    try {
        const Xapian::Database database =
            Xapian::Remote::open(shard.host, shard.port, settings.answering, settings.connecting);
        segments_.push_back({{to_text(shard), database.get_doccount(), 0}, true, {}, database, {}});
        database_.add_database(database);
        has_remote_ = true;
    } catch (const Xapian::NetworkTimeoutError&) {
        miss("it does not answer in time");
    } catch (const Xapian::NetworkError& error) {
        miss(error.get_error_string() != nullptr ? error.get_error_string() : error.get_msg());
    }
}

Location Snapshot::locate(Xapian::docid document) const {
    const std::size_t count = segments_.size();
    return {(document - 1) % count, static_cast<DocId>((document - 1) / count + 1)};
}

Xapian::docid Snapshot::docid(Location location) const {
    return static_cast<Xapian::docid>((location.document - 1) * segments_.size() + location.segment + 1);
}

std::uint64_t Snapshot::article_count() const {
    std::uint64_t count = 0;
    for (const Segment& segment : segments_) {
        count += segment.database.get_doccount();
        for (const DocId document : segment.pending) {
            const Xapian::PostingIterator end = segment.database.postlist_end({});
            Xapian::PostingIterator all = segment.database.postlist_begin({});
            all.skip_to(document);
            if (all != end && *all == document) --count;
        }
    }
    return count;
}

std::optional<Location> Snapshot::find(std::string_view article_id) const {
    const std::string term = id_term(article_id);
    for (std::size_t i = segments_.size(); i-- > 0;) {
        const Segment& segment = segments_[i];
        for (auto it = segment.database.postlist_begin(term); it != segment.database.postlist_end(term);
             ++it) {
            if (!std::binary_search(segment.pending.begin(), segment.pending.end(), *it))
                return Location{i, *it};
        }
    }
    return std::nullopt;
}

StoredArticle Snapshot::stored(Location location) {
    const Segment& segment = segments_.at(location.segment);
    const std::string frame = segment.database.get_document(location.document).get_data();
    if (!dictionaries_loaded_) {
        for (const Segment& each : segments_) {
            const std::string prefix(dictionary_key_prefix);
            for (auto key = each.database.metadata_keys_begin(prefix);
                 key != each.database.metadata_keys_end(prefix); ++key) {
                decompressor_.add_dictionary(each.database.get_metadata(*key));
            }
        }
        dictionaries_loaded_ = true;
    }
    return decompressor_.stored(frame);
}

// Derived files can be made anew: without them what they have is read elsewhere.
template <typename File>
void Snapshot::open_derived(const std::filesystem::path& path, const Segment& segment, Opened<File>& opened) {
    opened.tried = true;
    try {
        opened.file = std::make_unique<File>(path, segment.database.get_uuid());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::index_damaged && error.code() != ErrorCode::not_found) throw;
        opened.problem = error.what();
    }
}

const Snapshot::Opened<Positions>& Snapshot::opened_positions(std::size_t segment) {
    Opened<Positions>& opened = positions_.at(segment);
    if (!opened.tried && !segments_[segment].is_remote)
        open_derived(segments_[segment].paths.positions(), segments_[segment], opened);
    return opened;
}

const Snapshot::Opened<Columns>& Snapshot::opened_columns(std::size_t segment) {
    Opened<Columns>& opened = columns_.at(segment);
    if (opened.tried || segments_[segment].is_remote) return opened;
    const Segment& from = segments_[segment];
    open_derived(from.paths.columns(), from, opened);
    if (opened.file != nullptr && has_documents_behind(from.database, opened.file->last())) {
        opened.file.reset();
        opened.problem = from.paths.columns().string() + " ends before its database";
    }
    return opened;
}

const Postings* Snapshot::postings(std::size_t segment) {
    Opened<Postings>& opened = postings_.at(segment);
    if (opened.tried || segments_[segment].is_remote) return opened.file.get();
    const Segment& from = segments_[segment];
    open_derived(from.paths.postings(), from, opened);
    // Documents are only ever taken away from a segment.
    const bool fits = opened.file != nullptr && opened.file->last() == from.database.get_lastdocid() &&
                      opened.file->articles() >= from.database.get_doccount();
    if (!fits) opened.file.reset();
    return opened.file.get();
}

std::uint64_t Snapshot::frequency(std::size_t segment, const std::string& term) {
    const Xapian::Database& database = segments_.at(segment).database;
    const Postings* packed = postings(segment);
    // The packed lists have what was deleted since, too.
    const bool is_current = packed != nullptr && packed->articles() == database.get_doccount();
    const auto list = is_current ? packed->find(term) : std::nullopt;
    return list ? list->postings() : database.get_termfreq(term);
}

std::uint64_t Snapshot::frequency(const std::string& term) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < segments_.size(); ++i)
        sum += frequency(i, term);
    return sum;
}

const WordPairs* Snapshot::word_pairs(std::size_t segment) {
    Opened<WordPairs>& opened = word_pairs_.at(segment);
    if (opened.tried || segments_[segment].is_remote) return opened.file.get();
    const Segment& from = segments_[segment];
    open_derived(from.paths.word_pairs(), from, opened);
    // An article that was added later would have no pairs.
    if (opened.file != nullptr && opened.file->last() < from.database.get_lastdocid()) opened.file.reset();
    return opened.file.get();
}

const Positions* Snapshot::positions(std::size_t segment) {
    return opened_positions(segment).file.get();
}

const std::string& Snapshot::positions_problem(std::size_t segment) {
    return opened_positions(segment).problem;
}

const Columns* Snapshot::columns(std::size_t segment) {
    return opened_columns(segment).file.get();
}

const std::string& Snapshot::columns_problem(std::size_t segment) {
    return opened_columns(segment).problem;
}

const Snapshot::Opened<Copies>& Snapshot::opened_copies(std::size_t segment) {
    Opened<Copies>& opened = copies_.at(segment);
    if (!opened.tried && !segments_[segment].is_remote)
        open_derived(segments_[segment].paths.copies(), segments_[segment], opened);
    return opened;
}

const std::string& Snapshot::copies_problem(std::size_t segment) {
    return opened_copies(segment).problem;
}

std::string Snapshot::name_entry(std::size_t segment, const std::string& key) const {
    const Segment& from = segments_.at(segment);
    Opened<Names>& opened = names_[segment];
    if (!opened.tried && !from.is_remote) open_derived(from.paths.names(), from, opened);
    if (opened.file == nullptr) return from.database.get_metadata(key);
    return std::string(opened.file->find(key));
}

const Stories& Snapshot::stories() {
    if (stories_) return *stories_;
    std::vector<SegmentStories> rows(segments_.size());
    UnitedNumbers united;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const Copies* copies = opened_copies(i).file.get();
        if (copies == nullptr) continue;
        rows[i] = {copies->stories(), live(i)};
        united.unite(copies->united());
    }
    return stories_.emplace(std::move(rows), std::move(united));
}

const std::vector<std::uint64_t>& Snapshot::live(std::size_t segment) {
    std::vector<std::uint64_t>& bits = live_.at(segment);
    if (!bits.empty()) return bits;
    const Segment& of = segments_[segment];
    const Xapian::docid last = of.database.get_lastdocid();
    const auto bit = [](DocId document) { return std::uint64_t{1} << document % 64; };
    if (of.database.get_doccount() == last) {
        bits.assign(std::size_t{last} / 64 + 1, ~std::uint64_t{0});
        bits.front() &= ~bit(0);
        bits.back() &= bit(last) | (bit(last) - 1);
    } else {
        bits.assign(std::size_t{last} / 64 + 1, 0);
        const Xapian::PostingIterator end = of.database.postlist_end({});
        for (Xapian::PostingIterator all = of.database.postlist_begin({}); all != end; ++all)
            bits[*all / 64] |= bit(*all);
    }
    for (const DocId document : of.pending) {
        if (document <= last) bits[document / 64] &= ~bit(document);
    }
    return bits;
}

std::optional<RemoteShard> failed_shard(const Xapian::Error& error, const std::filesystem::path& index) {
    const bool is_network = std::string_view(error.get_type()).starts_with("Network");
    if (!is_network) return std::nullopt;
    for (const RemoteShard& shard : read_manifest(IndexPaths{index}).remotes) {
        if (error.get_context().find(to_text(shard)) != std::string::npos) return shard;
    }
    return std::nullopt;
}

}  // namespace broadsheet
