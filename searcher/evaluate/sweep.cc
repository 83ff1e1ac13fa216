#include "searcher/evaluate/sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "schema/error.h"

namespace broadsheet {

namespace {

[[noreturn]] void fail(const std::string& axis) {
    throw Error(ErrorCode::usage, fmt::format("--sweep can not read \"{}\"", axis),
                "write k1=0.8:2:0.2 or b=0.3,0.5,0.75");
}

void check_size(std::size_t settings) {
    if (settings <= most_settings) return;
    throw Error(ErrorCode::usage, fmt::format("--sweep has more than {} settings", most_settings),
                "take larger steps or fewer parameters");
}

struct Axis {
    const RankingParameter& parameter;
    std::vector<double> values;
};

class AxisReader {
public:
    explicit AxisReader(const std::string& axis) : axis_(axis) {}

    Axis run() const {
        const std::size_t equals = axis_.find('=');
        if (equals == std::string::npos) fail(axis_);
        const std::string_view text(axis_);
        Axis axis{ranking_parameter(text.substr(0, equals)), {}};
        const std::string_view values = text.substr(equals + 1);
        axis.values = values.find(':') == std::string_view::npos ? numbers(values, ',') : range(values);
        for (const double value : axis.values) {
            if (value < axis.parameter.least || value > axis.parameter.most) {
                throw Error(ErrorCode::usage, fmt::format("{} is a number from {} to {}", axis.parameter.name,
                                                          axis.parameter.least, axis.parameter.most));
            }
        }
        return axis;
    }

private:
    std::vector<double> numbers(std::string_view text, char separator) const {
        std::vector<double> result;
        while (true) {
            const std::size_t end = std::min(text.find(separator), text.size());
            double value = 0;
            const auto [stop, error] = std::from_chars(text.data(), text.data() + end, value);
            if (error != std::errc() || stop != text.data() + end || !std::isfinite(value)) fail(axis_);
            result.push_back(value);
            if (end == text.size()) return result;
            text.remove_prefix(end + 1);
        }
    }

    std::vector<double> range(std::string_view text) const {
        const std::vector<double> bounds = numbers(text, ':');
        if (bounds.size() != 3 || bounds[2] <= 0 || bounds[1] < bounds[0]) fail(axis_);
        // With room for what decimals lose in binary.
        const double steps = std::floor((bounds[1] - bounds[0]) / bounds[2] + 1e-9);
        if (steps >= static_cast<double>(most_settings)) check_size(most_settings + 1);
        std::vector<double> values;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(steps); ++i) {
            constexpr double places = 1e9;
            values.push_back(std::round((bounds[0] + static_cast<double>(i) * bounds[2]) * places) / places);
        }
        return values;
    }

    const std::string& axis_;
};

}  // namespace

std::vector<RankingParameters> settings_to_try(const std::vector<std::string>& axes,
                                               const RankingParameters& usual) {
    std::vector<RankingParameters> settings{usual};
    for (const std::string& text : axes) {
        const Axis axis = AxisReader(text).run();
        check_size(settings.size() * axis.values.size());
        std::vector<RankingParameters> combined;
        for (const RankingParameters& setting : settings) {
            for (const double value : axis.values) {
                combined.push_back(setting);
                axis.parameter.of(combined.back()) = value;
            }
        }
        settings = std::move(combined);
    }
    return settings;
}

}  // namespace broadsheet
