#include "corpus/date_counters.h"

#include <algorithm>
#include <array>

namespace broadsheet {

std::optional<DateCounter> date_counter(std::string_view text) {
    if (text.empty() || (text.front() & 0x80) == 0) return std::nullopt;
    struct Row {
        std::string_view word;
        DatePart part;
    };
    static constexpr std::array<Row, 16> rows{{{"年", DatePart::year},
                                               {"년", DatePart::year},
                                               {"月", DatePart::month},
                                               {"월", DatePart::month},
                                               {"日", DatePart::day},
                                               {"号", DatePart::day},
                                               {"號", DatePart::day},
                                               {"일", DatePart::day},
                                               {"时", DatePart::hour},
                                               {"時", DatePart::hour},
                                               {"点", DatePart::hour},
                                               {"시", DatePart::hour},
                                               {"分", DatePart::minute},
                                               {"분", DatePart::minute},
                                               {"秒", DatePart::second},
                                               {"초", DatePart::second}}};
    const auto* const found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return text.starts_with(row.word); });
    if (found == rows.end()) return std::nullopt;
    return DateCounter{found->part, found->word.size()};
}

int half_of_day(std::string_view word) {
    if (word == "上午" || word == "午前" || word == "오전") return 1;
    return word == "下午" || word == "午後" || word == "오후" ? 2 : 0;
}

}  // namespace broadsheet
