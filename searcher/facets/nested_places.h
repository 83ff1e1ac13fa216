// Places within places, where they are listed side by side.
#pragma once

#include <algorithm>
#include <vector>

#include "schema/index/snapshot.h"
#include "schema/place_id.h"

namespace broadsheet {

// Whether every article on `inner` is also one on `outer`.
bool lies_in(const Snapshot& snapshot, ValueId inner, ValueId outer);

// Whether a region with `count` articles says nothing that `inner`, which has as many, does not: the province
// of Baghdad where nothing but the city is meant. Countries always say something.
bool is_shell_of(const Snapshot& snapshot, ValueId region, ValueId inner);

// Takes out of `values`, which have a ValueId and a count by `id_of` and `count_of`, the shells of others
// among them.
template <typename Value, typename IdOf, typename CountOf>
void drop_shells(const Snapshot& snapshot, std::vector<Value>& values, const IdOf& id_of,
                 const CountOf& count_of) {
    const std::vector<Value> all = values;
    std::erase_if(values, [&](const Value& outer) {
        return std::any_of(all.begin(), all.end(), [&](const Value& inner) {
            return count_of(inner) == count_of(outer) && is_shell_of(snapshot, id_of(outer), id_of(inner));
        });
    });
}

}  // namespace broadsheet
