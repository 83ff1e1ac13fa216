// Keys that work anywhere on the page but where something is typed.

function is_typing(target) {
    return target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

function move(step) {
    const reading = !document.getElementById("reader").hidden;
    const titles = [...document.querySelectorAll(reading ? ".related .title" : ".hits .title")];
    if (titles.length === 0) return;
    const at = titles.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : titles.length - 1) : Math.min(titles.length - 1, Math.max(0, at + step));
    titles[next].focus();
    titles[next].scrollIntoView({ block: "nearest" });
}

// `actions`: search, help and back, each without arguments.
export function set_up_keyboard(actions) {
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
        if (is_typing(event.target)) {
            if (event.key === "Escape") event.target.blur();
            return;
        }
        const on_title = event.target.matches?.(".title");
        const steps = { j: 1, k: -1, ...(on_title && { ArrowDown: 1, ArrowUp: -1 }) };
        if (event.key in steps) move(steps[event.key]);
        else if (event.key === "/") actions.search();
        else if (event.key === "?") actions.help();
        else if (event.key === "Escape") actions.back();
        else return;
        event.preventDefault();
    });
}
