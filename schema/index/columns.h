// What counting and sorting read, by docid, from mapped arrays: length, date, and the facet values as dense
// ordinals, each with how much the article is about it.
//
// All facets share one dictionary: entries ordered by field (as in `fields`), then by id; the position of an
// entry is its ordinal. A field's entries are a range of ordinals, so one pass over an article's ordinals
// counts every facet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/annotation.h"
#include "schema/date.h"
#include "schema/index/manifest.h"
#include "schema/index/section_file.h"
#include "schema/terms.h"

namespace broadsheet {

using Ordinal = std::uint32_t;

// A facet value of an article.
struct FacetValue {
    FieldId field;
    ValueId id;
    friend auto operator<=>(const FacetValue&, const FacetValue&) = default;  // NOLINT(modernize-use-nullptr)
};

// One article's row.
struct ColumnRow {
    std::uint32_t length = 0;  // Xapian's document length
    std::optional<Seconds> date;
    std::vector<FacetValue> values;     // ascending, distinct
    std::vector<SalienceLevel> levels;  // of the values, in their order; or none, which says 0 of all
};

// Collects the rows of docids 1, 2, 3, ... in memory and writes them. For small segments: larger ones are
// merged.
class ColumnsBuilder {
public:
    void add(const ColumnRow& row);  // an empty row for a docid that is not in use
    void write(const std::filesystem::path& path, const std::string& database_uuid, bool sync) const;

private:
    // Index 0 is no docid.
    std::vector<std::uint32_t> lengths_{0};
    std::vector<Seconds> dates_{std::numeric_limits<Seconds>::min()};
    std::vector<FacetValue> values_;
    std::vector<SalienceLevel> levels_;  // of values_
    std::vector<std::uint32_t> starts_{0, 0};
};

// Immutable; can be shared by threads.
class Columns {
public:
    static constexpr std::uint32_t version = 3;  // of the file
    static constexpr Seconds no_date = std::numeric_limits<Seconds>::min();

    // Throws as SectionFile does.
    Columns(const std::filesystem::path& path, const std::string& database_uuid);

    DocId last() const { return static_cast<DocId>(lengths_.size() - 1); }

    // `document` from 1 to last(). ordinals() throws Error(index_damaged).
    std::uint32_t length(DocId document) const { return lengths_[document]; }
    Seconds date(DocId document) const { return dates_[document]; }  // or no_date
    std::span<const Ordinal> ordinals(DocId document) const {
        const std::uint32_t begin = starts_[document];
        const std::uint32_t end = starts_[document + 1];
        if (begin > end || end > ordinals_.size()) file_.damaged("a row is out of bounds");
        return ordinals_.subspan(begin, end - begin);
    }

    // Of the ordinals, in their order.
    std::vector<SalienceLevel> levels(DocId document) const;
    // How much the article is about a value that it has; nothing of one that it has not.
    std::optional<SalienceLevel> level(DocId document, Ordinal ordinal) const;

    // The dictionary.
    std::optional<Ordinal> find(const FacetValue& value) const;
    std::span<const ValueId> ids() const { return ids_; }
    // First ordinal of a field, and the first after it.
    std::pair<Ordinal, Ordinal> range(FieldId field) const;
    FieldId field_of(Ordinal ordinal) const;

    ColumnRow row(DocId document) const;
    FacetValue value(Ordinal ordinal) const { return {field_of(ordinal), ids_[ordinal]}; }
    void verify() const { file_.verify(); }

private:
    SalienceLevel level_at(std::size_t place) const {  // in ordinals_
        return static_cast<SalienceLevel>(levels_[place / 2] >> place % 2 * 4 & 0xf);
    }

    SectionFile file_;
    std::span<const std::uint32_t> lengths_;
    std::span<const Seconds> dates_;
    std::span<const std::uint32_t> starts_;
    std::span<const Ordinal> ordinals_;
    std::span<const std::uint8_t> levels_;  // of the ordinals, two in a byte, the first in its low half
    std::span<const ValueId> ids_;
    std::span<const Ordinal> field_starts_;
};

// A segment's columns as an input of a merge.
struct ColumnsInput {
    const Columns* columns;
    std::vector<DocId> documents;  // which rows to take, in order; 0 stands for an empty row
};

// Writes the rows of all inputs, one after the other, as docids 1, 2, 3, ...; the caller finishes the file
// (with Columns::version). Memory: the dictionaries of the inputs.
void merge_columns(const std::vector<ColumnsInput>& inputs, SectionFileWriter& file);

}  // namespace broadsheet
