#include "corpus/charset_detection.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

namespace broadsheet {

namespace {

constexpr std::size_t most_bytes = 4096;
constexpr std::ptrdiff_t fewest_high_bytes = 12;

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// How sure the detector, which has a hundred for certain, must be. Scripts of their own are hard to mistake;
// what is written in Latin letters is easily taken for something else.
int least_confidence(std::string_view encoding) {
    const auto among = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), encoding) != names.end();
    };
    if (among({"Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5"})) return 60;
    if (among({"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "ISO-8859-6", "windows-1256", "ISO-8859-7",
               "windows-1253", "ISO-8859-8", "ISO-8859-8-I", "windows-1255"}))
        return 25;
    if (among({"ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"})) return 28;
    return 101;
}

struct Close {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

}  // namespace

std::string detected_encoding(std::string_view bytes) {
    const auto first =
        static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
    bytes = bytes.substr(first, most_bytes);
    if (std::count_if(bytes.begin(), bytes.end(), is_high) < fewest_high_bytes) return {};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return {};
    const char* const name = ucsdet_getName(match, &status);
    const int confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status) || name == nullptr || confidence < least_confidence(name)) return {};
    return name;
}

}  // namespace broadsheet
