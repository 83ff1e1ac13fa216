// A body that is made by one thread while another sends it: a few pieces at a time, so that the memory it
// takes is bounded however long it gets.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace broadsheet::http {

class Pipe {
public:
    // The maker. push() waits for room and throws ClientGone when nobody reads any more.
    void push(std::string chunk);
    void finish();
    void fail();  // the body can not be completed

    // The sender. `notify` is called from the maker's thread whenever there may be something to take.
    void set_notify(std::function<void()> notify);
    enum class State { open, finished, failed };
    struct Taken {
        std::optional<std::string> chunk;
        State state = State::open;  // holds once there is no chunk any more
    };
    Taken take();
    void close();  // nothing will be taken any more

private:
    void end(State state);

    static constexpr std::size_t most_chunks = 2;

    std::mutex mutex_;
    std::condition_variable room_;
    std::deque<std::string> chunks_;
    State state_ = State::open;
    bool is_closed_ = false;
    std::function<void()> notify_;
};

}  // namespace broadsheet::http
