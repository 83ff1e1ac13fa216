#include "searcher/http/pipe.h"

#include <utility>

#include "searcher/http/message.h"

namespace broadsheet::http {

void Pipe::push(std::string chunk) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return is_closed_ || chunks_.size() < most_chunks; });
    if (is_closed_) throw ClientGone();
    chunks_.push_back(std::move(chunk));
    if (notify_) notify_();
}

void Pipe::end(State state) {
    const std::lock_guard lock(mutex_);
    state_ = state;
    if (notify_) notify_();
}

void Pipe::finish() {
    end(State::finished);
}

void Pipe::fail() {
    end(State::failed);
}

void Pipe::set_notify(std::function<void()> notify) {
    const std::lock_guard lock(mutex_);
    notify_ = std::move(notify);
    notify_();
}

Pipe::Taken Pipe::take() {
    const std::lock_guard lock(mutex_);
    Taken taken{std::nullopt, state_};
    if (chunks_.empty()) return taken;
    taken.chunk = std::move(chunks_.front());
    chunks_.pop_front();
    room_.notify_one();
    return taken;
}

void Pipe::close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    notify_ = nullptr;
    room_.notify_all();
}

}  // namespace broadsheet::http
