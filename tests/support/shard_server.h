// A shard on another machine, played by this one: stock xapian-tcpsrv on a free port.
#pragma once

#include <sys/types.h>

#include <filesystem>

#include "schema/index/manifest.h"

namespace broadsheet::test {

// Listens when it is made; ends with all of its connections when it goes.
class ShardServer {
public:
    // Throws std::runtime_error when the program is not there or does not start.
    explicit ShardServer(const std::filesystem::path& database);
    ~ShardServer() { end(); }
    ShardServer(const ShardServer&) = delete;
    ShardServer& operator=(const ShardServer&) = delete;

    RemoteShard address() const { return {"127.0.0.1", port_}; }

    void end();
    // From now on it accepts connections and says nothing.
    void fall_silent() const;

private:
    std::uint16_t port_ = 0;
    pid_t process_ = 0;  // and the group of those that it starts
};

}  // namespace broadsheet::test
