#include "schema/index/snapshot.h"

#include <algorithm>

#include "schema/error.h"
#include "schema/labels.h"

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

Snapshot::Snapshot(const std::filesystem::path& root) {
    const IndexPaths index{root};
    manifest_ = read_manifest(index);
    for (const SegmentEntry& entry : manifest_.segments) {
        segments_.push_back({entry, SegmentPaths{index.segment(entry.name)}, open_database(index, entry.name),
                             pending_of(manifest_, entry.name)});
        database_.add_database(segments_.back().database);
    }
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

Article Snapshot::article(Location location) {
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
    return decompressor_.article(frame);
}

const Snapshot::OpenedPositions& Snapshot::opened_positions(std::size_t segment) {
    positions_.resize(segments_.size());
    OpenedPositions& opened = positions_.at(segment);
    if (opened.tried) return opened;
    opened.tried = true;
    const Segment& from = segments_[segment];
    try {
        opened.file = std::make_unique<Positions>(from.paths.positions(), from.database.get_uuid());
    } catch (const Error& error) {
        // They are derived: without them the stored articles are analysed again.
        if (error.code() != ErrorCode::index_damaged && error.code() != ErrorCode::not_found) throw;
        opened.problem = error.what();
    }
    return opened;
}

const Positions* Snapshot::positions(std::size_t segment) {
    return opened_positions(segment).file.get();
}

const std::string& Snapshot::positions_problem(std::size_t segment) {
    return opened_positions(segment).problem;
}

std::string Snapshot::label(FieldId field_id, ValueId id) const {
    LabelForms forms;
    const std::string key = label_key(field_id, id);
    for (const Segment& segment : segments_)
        forms.add(LabelForms(segment.database.get_metadata(key)));
    const std::string label = forms.label();
    return label.empty() ? to_text(id) : label;
}

}  // namespace broadsheet
