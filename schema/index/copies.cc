#include "schema/index/copies.h"

#include <algorithm>
#include <array>

namespace broadsheet {

CopiesWriter::CopiesWriter(const std::filesystem::path& path)
    : file_(path), packer_([this](std::string_view bytes) { file_.write(bytes); }) {
    file_.begin_section("packed");
}

void CopiesWriter::finish(const StoryRows& rows, const std::string& database_uuid, bool sync) {
    packer_.finish();
    file_.begin_section("blocks");
    file_.write(std::span<const SketchBlock>(packer_.blocks()));
    StoryNumber highest = 0;
    for (const StoryNumber number : rows.stories)
        highest = std::max(highest, number);
    for (const UnitedStories& pair : rows.united)
        highest = std::max({highest, pair.one, pair.other});
    file_.begin_section("stories");
    file_.write(std::span<const StoryNumber>(rows.stories));
    file_.begin_section("united");
    file_.write(std::span<const UnitedStories>(rows.united));
    const std::array<std::uint64_t, 2> counts{packer_.entries(), highest};
    file_.begin_section("counts");
    file_.write(std::span<const std::uint64_t>(counts));
    file_.finish(database_uuid, Copies::version, sync);
}

Copies::Copies(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      stories_(file_.array<StoryNumber>("stories")),
      united_(file_.array<UnitedStories>("united")) {
    const std::span<const std::uint64_t> counts = file_.array<std::uint64_t>("counts");
    if (counts.size() != 2 || stories_.empty()) file_.damaged("its sections do not fit together");
    highest_ = static_cast<StoryNumber>(counts[1]);
    sketches_ = {file_.section("packed"), file_.array<SketchBlock>("blocks"), counts[0], last()};
    if (!sketches_.fits()) file_.damaged("its sections do not fit together");
}

std::vector<UnitedStories> Copies::united() const {
    return {united_.begin(), united_.end()};
}

}  // namespace broadsheet
