#include "schema/index/columns.h"

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

using FieldStarts = std::array<Ordinal, fields.size() + 1>;

std::size_t rank(FieldId id) {
    return static_cast<std::size_t>(id);
}

FieldStarts field_starts_of(const std::vector<FacetValue>& dictionary) {
    FieldStarts starts{};
    for (const FacetValue& value : dictionary)
        ++starts[rank(value.field) + 1];
    for (std::size_t i = 0; i < fields.size(); ++i)
        starts[i + 1] += starts[i];
    return starts;
}

void sort_and_unite(std::vector<FacetValue>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Ordinal ordinal_of(const FacetValue& value, const std::vector<FacetValue>& dictionary) {
    return static_cast<Ordinal>(std::lower_bound(dictionary.begin(), dictionary.end(), value) -
                                dictionary.begin());
}

// Writes values one by one through a buffer.
template <typename T>
class ArraySection {
public:
    ArraySection(SectionFileWriter& file, std::string_view name) : file_(file) { file_.begin_section(name); }

    void add(T value) {
        buffer_.push_back(value);
        if (buffer_.size() == buffer_values) flush();
    }

    void flush() {
        file_.write(std::span<const T>(buffer_));
        buffer_.clear();
    }

private:
    static constexpr std::size_t buffer_values = 1u << 14;

    SectionFileWriter& file_;
    std::vector<T> buffer_;
};

// Writes numbers from 0 to 15, two in a byte.
class LevelSection {
public:
    explicit LevelSection(SectionFileWriter& file) : bytes_(file, "levels") {}

    void add(SalienceLevel level) {
        if (!is_half_) {
            first_ = level;
        } else {
            bytes_.add(static_cast<std::uint8_t>(first_ | level << 4));
        }
        is_half_ = !is_half_;
    }

    void flush() {
        if (is_half_) add(0);
        bytes_.flush();
    }

private:
    ArraySection<std::uint8_t> bytes_;
    SalienceLevel first_ = 0;
    bool is_half_ = false;
};

void write_dictionary(SectionFileWriter& file, const std::vector<FacetValue>& dictionary) {
    ArraySection<ValueId> ids(file, "ids");
    for (const FacetValue& value : dictionary)
        ids.add(value.id);
    ids.flush();
    const FieldStarts starts = field_starts_of(dictionary);
    file.begin_section("field_starts");
    file.write(std::span<const Ordinal>(starts));
}

}  // namespace

void ColumnsBuilder::add(const ColumnRow& row) {
    lengths_.push_back(row.length);
    dates_.push_back(row.date.value_or(Columns::no_date));
    values_.insert(values_.end(), row.values.begin(), row.values.end());
    levels_.insert(levels_.end(), row.levels.begin(), row.levels.end());
    levels_.resize(values_.size());
    starts_.push_back(static_cast<std::uint32_t>(values_.size()));
}

void ColumnsBuilder::write(const std::filesystem::path& path, const std::string& database_uuid,
                           bool sync) const {
    std::vector<FacetValue> dictionary = values_;
    sort_and_unite(dictionary);
    std::vector<Ordinal> ordinals;
    ordinals.reserve(values_.size());
    for (const FacetValue& value : values_)
        ordinals.push_back(ordinal_of(value, dictionary));
    SectionFileWriter file(path);
    file.begin_section("lengths");
    file.write(std::span(lengths_));
    file.begin_section("dates");
    file.write(std::span(dates_));
    file.begin_section("starts");
    file.write(std::span(starts_));
    file.begin_section("ordinals");
    file.write(std::span<const Ordinal>(ordinals));
    LevelSection levels(file);
    for (const SalienceLevel level : levels_)
        levels.add(level);
    levels.flush();
    write_dictionary(file, dictionary);
    file.finish(database_uuid, Columns::version, sync);
}

void merge_columns(const std::vector<ColumnsInput>& inputs, SectionFileWriter& file) {
    std::vector<FacetValue> dictionary;
    for (const ColumnsInput& input : inputs) {
        for (Ordinal i = 0; i < input.columns->ids().size(); ++i)
            dictionary.push_back(input.columns->value(i));
        sort_and_unite(dictionary);
    }

    const auto for_each = [&inputs](const auto& take) {
        for (const ColumnsInput& input : inputs) {
            for (const DocId document : input.documents)
                take(*input.columns, document);
        }
    };
    ArraySection<std::uint32_t> lengths(file, "lengths");
    lengths.add(0);
    for_each(
        [&](const Columns& from, DocId document) { lengths.add(document == 0 ? 0 : from.length(document)); });
    lengths.flush();

    ArraySection<Seconds> dates(file, "dates");
    dates.add(Columns::no_date);
    for_each([&](const Columns& from, DocId document) {
        dates.add(document == 0 ? Columns::no_date : from.date(document));
    });
    dates.flush();

    ArraySection<std::uint32_t> starts(file, "starts");
    starts.add(0);
    starts.add(0);
    std::uint32_t end = 0;
    for_each([&](const Columns& from, DocId document) {
        if (document != 0) end += static_cast<std::uint32_t>(from.ordinals(document).size());
        starts.add(end);
    });
    starts.flush();

    ArraySection<Ordinal> ordinals(file, "ordinals");
    for (const ColumnsInput& input : inputs) {
        std::vector<Ordinal> renumbered;
        for (Ordinal i = 0; i < input.columns->ids().size(); ++i) {
            renumbered.push_back(ordinal_of(input.columns->value(i), dictionary));
        }
        for (const DocId document : input.documents) {
            if (document == 0) continue;
            for (const Ordinal ordinal : input.columns->ordinals(document))
                ordinals.add(renumbered[ordinal]);
        }
    }
    ordinals.flush();

    LevelSection levels(file);
    for_each([&](const Columns& from, DocId document) {
        if (document == 0) return;
        for (const SalienceLevel level : from.levels(document))
            levels.add(level);
    });
    levels.flush();
    write_dictionary(file, dictionary);
}

Columns::Columns(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      lengths_(file_.array<std::uint32_t>("lengths")),
      dates_(file_.array<Seconds>("dates")),
      starts_(file_.array<std::uint32_t>("starts")),
      ordinals_(file_.array<Ordinal>("ordinals")),
      levels_(file_.array<std::uint8_t>("levels")),
      ids_(file_.array<ValueId>("ids")),
      field_starts_(file_.array<Ordinal>("field_starts")) {
    const bool whole = !lengths_.empty() && dates_.size() == lengths_.size() &&
                       starts_.size() == lengths_.size() + 1 && starts_.back() == ordinals_.size() &&
                       levels_.size() == (ordinals_.size() + 1) / 2 &&
                       field_starts_.size() == fields.size() + 1 && field_starts_.back() == ids_.size();
    if (!whole) file_.damaged("its sections do not fit together");
}

std::pair<Ordinal, Ordinal> Columns::range(FieldId field_id) const {
    const std::size_t at = rank(field_id);
    return {field_starts_[at], field_starts_[at + 1]};
}

FieldId Columns::field_of(Ordinal ordinal) const {
    const auto after = std::upper_bound(field_starts_.begin(), field_starts_.end() - 1, ordinal);
    return static_cast<FieldId>(after - field_starts_.begin() - 1);
}

std::optional<Ordinal> Columns::find(const FacetValue& value) const {
    const auto [begin, end] = range(value.field);
    const auto first = ids_.begin() + begin;
    const auto last = ids_.begin() + end;
    const auto found = std::lower_bound(first, last, value.id);
    if (found == last || *found != value.id) return std::nullopt;
    return static_cast<Ordinal>(found - ids_.begin());
}

std::optional<SalienceLevel> Columns::level(DocId document, Ordinal ordinal) const {
    const std::span<const Ordinal> row = ordinals(document);
    const auto found = std::lower_bound(row.begin(), row.end(), ordinal);
    if (found == row.end() || *found != ordinal) return std::nullopt;
    return level_at(starts_[document] + static_cast<std::size_t>(found - row.begin()));
}

std::vector<SalienceLevel> Columns::levels(DocId document) const {
    std::vector<SalienceLevel> result;
    for (std::size_t i = 0; i < ordinals(document).size(); ++i)
        result.push_back(level_at(starts_[document] + i));
    return result;
}

ColumnRow Columns::row(DocId document) const {
    ColumnRow row;
    row.length = length(document);
    if (date(document) != no_date) row.date = date(document);
    for (const Ordinal ordinal : ordinals(document))
        row.values.push_back(value(ordinal));
    row.levels = levels(document);
    return row;
}

}  // namespace broadsheet
