#include "indexer/commands/following.h"

#include <chrono>

namespace broadsheet {

void follow(const Following& following) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds look_up{200};
    constexpr std::chrono::seconds longest_unpublished{2};
    Clock::time_point last = Clock::now();
    const auto publish = [&] {
        following.writer.publish();
        following.published();
        last = Clock::now();
    };
    Receiver receiver = following.receiver;
    receiver.article = [&](Article&& article) {
        const bool going_on = following.receiver.article(std::move(article));
        if (Clock::now() - last > longest_unpublished) publish();
        return going_on;
    };
    while (!following.stops()) {
        const std::vector<SourceFile> files = following.watch.wait(look_up);
        if (files.empty()) continue;
        last = Clock::now();
        read_files(files, following.reading, receiver, following.totals);
        publish();
    }
}

}  // namespace broadsheet
