// The body of with_snapshot().
#pragma once

#include <xapian.h>

#include "schema/error.h"

namespace broadsheet {

template <typename Request>
auto with_snapshot(const std::filesystem::path& index, Request&& request, ShardSettings shards) {
    for (int attempt = 1;; ++attempt) {
        try {
            Snapshot snapshot(index, shards);
            return request(snapshot);
        } catch (const Xapian::DatabaseModifiedError& error) {
            if (attempt == 3) throw translated(error, index.string());
        } catch (const Xapian::Error& error) {
            const std::optional<RemoteShard> shard = failed_shard(error, index);
            if (!shard) throw translated(error, index.string());
            shards.left_out.push_back(*shard);  // one fewer every time
            --attempt;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::index_changed || attempt == 3) throw;
        }
    }
}

}  // namespace broadsheet
