// Lists that are one stop for the Tab key: arrows lead from one of their elements to the next, as the ARIA practices have
// it for what is made of many parts.

const along = { ArrowDown: 1, ArrowUp: -1 };
const across = { ArrowRight: 1, ArrowLeft: -1 };

// Where a key leads from `at` in `rows`, which are lists of elements; undefined where it leads nowhere.
function next_of(rows, at, key) {
    const row = rows.findIndex((each) => each.includes(at));
    if (row < 0) return undefined;
    const column = rows[row].indexOf(at);
    const in_row = (each) => each && each[Math.min(column, each.length - 1)];
    if (key === "Home") return in_row(rows[0]);
    if (key === "End") return in_row(rows.at(-1));
    if (key in along) return in_row(rows[row + along[key]]);
    if (!(key in across)) return undefined;
    const is_one_line = rows.every((each) => each.length === 1);
    return is_one_line ? rows[row + across[key]]?.[0] : rows[row][column + across[key]];
}

// `rows` gives the elements of `box` that can be used, row by row. What it gives back is called after they have changed:
// the one that is used next by Tab is the last one used, which is known by its data-key, or the first one.
export function walk_with_arrows(box, rows) {
    let key = null;
    const let_stop_at = (stop) => {
        for (const each of rows().flat()) each.setAttribute("tabindex", each === stop ? 0 : -1);
    };
    box.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const all = rows();
        const next = next_of(all, event.target, event.key);
        if (next === undefined && !(event.key in along && all.flat().includes(event.target))) return;
        event.preventDefault();  // an arrow at an end does not scroll the page away
        next?.focus();
    });
    box.addEventListener("focusin", (event) => {
        const stop = rows().flat().find((each) => each.contains(event.target));
        if (!stop) return;
        key = stop.dataset.key;
        let_stop_at(stop);
    });
    return () => {
        const all = rows().flat();
        let_stop_at(all.find((each) => each.dataset.key === key) ?? all[0]);
    };
}
