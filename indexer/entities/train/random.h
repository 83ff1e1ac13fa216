// The trainer's random numbers: xorshift64*, the same on every machine.
#pragma once

#include <cstdint>

namespace broadsheet::entities::train {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 0x1234567u) {}
    std::uint32_t next() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1Du) >> 32);
    }
    std::uint32_t below(std::uint32_t bound) {  // bound > 0
        return static_cast<std::uint32_t>((static_cast<std::uint64_t>(next()) * bound) >> 32);
    }
    bool chance(std::uint32_t percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

}  // namespace broadsheet::entities::train
