// What is done on a snapshot while the index goes on changing.
#pragma once

#include <xapian.h>

#include <optional>

#include "schema/error.h"

namespace broadsheet {

// `attempt()`, and again, up to three times, when the writer overtook it, or without a shard of `shards` that
// does not answer. Before that `failed(is_shard)` is told. Throws Error, and what the attempt throws.
template <typename Attempt, typename Failed>
auto retried(const std::filesystem::path& index, ShardSettings& shards, Attempt&& attempt, Failed&& failed) {
    for (int number = 1;; ++number) {
        bool is_shard = false;
        try {
            return attempt();
        } catch (const Xapian::DatabaseModifiedError& error) {
            if (number == 3) throw translated(error, index.string());
        } catch (const Xapian::Error& error) {
            const std::optional<RemoteShard> shard = failed_shard(error, index);
            if (!shard) throw translated(error, index.string());
            shards.left_out.push_back(*shard);  // one fewer every time
            is_shard = true;
            --number;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::index_changed || number == 3) throw;
        }
        failed(is_shard);
    }
}

template <typename Request>
auto with_snapshot(const std::filesystem::path& index, Request&& request, ShardSettings shards) {
    const auto attempt = [&] {
        Snapshot snapshot(index, shards);
        return request(snapshot);
    };
    return retried(index, shards, attempt, [](bool) {});
}

}  // namespace broadsheet
