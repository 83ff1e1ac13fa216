// Where the articles are set: a circle for every place of the facet that has coordinates, its area as its count.
import { element, replace } from "./dom.js";
import { count } from "./format.js";
import { address_of, with_filter, without } from "./state.js";
import { height, project, width } from "./projection.js";
import { walk_with_arrows } from "./walking.js";

const largest = 34;  // radius, in units of the whole world
const smallest = 6;
const narrowest = 90;  // width of the smallest part of the world that is shown

async function land() {
    const answer = await fetch("/assets/world.svg");
    const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
    return drawing.getElementById("land").getAttribute("d");
}

// Where a chosen place is open, what lies in it says more than the place itself.
function shown_places(entries, around = []) {
    return entries.flatMap((entry) => {
        const inner = entry.selected || entry.within ? shown_places(entry.within ?? [], [...around, entry]) : [];
        if (inner.length > 0) return inner;
        return typeof entry.lat === "number" ? [{ entry, around, point: project(entry.lat, entry.lon) }] : [];
    });
}

// The part of the world to show: all of it, or around what lies in the chosen places.
function view_of(places) {
    const inside = places.filter((each) => each.around.length > 0);
    if (inside.length === 0) return [0, 0, width, height];
    const xs = inside.map((each) => each.point[0]);
    const ys = inside.map((each) => each.point[1]);
    const ratio = width / height;
    const span = Math.max(...xs) - Math.min(...xs);
    const rise = Math.max(...ys) - Math.min(...ys);
    const wide = Math.min(width, Math.max(narrowest, span * 1.6, rise * 1.6 * ratio));
    const tall = wide / ratio;
    const middle = (values) => (Math.max(...values) + Math.min(...values)) / 2;
    const x = Math.min(width - wide, Math.max(0, middle(xs) - wide / 2));
    const y = Math.min(height - tall, Math.max(0, middle(ys) - tall / 2));
    return [x, y, wide, tall];
}

// `go` takes the state to show next.
export function set_up_map(go) {
    const drawing = element("svg", { role: "group", viewBox: `0 0 ${width} ${height}`, "aria-label": "Map of the places in these articles; arrows go from one to the next" });
    const outline = element("svg:path", { class: "land" });
    const circles = element("svg:g");
    const note = element("p", { class: "hint" });
    drawing.append(outline, circles);
    document.getElementById("map").append(drawing, note);
    // Not the drawing itself: Chromium lets Tab stop at an SVG element that listens.
    const let_one_stop = walk_with_arrows(document.getElementById("map"), () => [...circles.children].map((each) => [each]));
    let is_drawn = false;

    // `values` is null where they could not be read.
    return (values, state) => {
        if (!is_drawn) land().then((path) => outline.setAttribute("d", path)).catch(() => { is_drawn = false; });
        is_drawn = true;
        const places = shown_places(values ?? []).filter((each) => each.entry.count > 0 || each.entry.selected);
        const view = view_of(places);
        const unit = view[2] / width;
        const looked_at = view[2] < width ? places.filter((each) => each.around.length > 0) : places;
        const most = Math.max(1, ...looked_at.map((each) => each.entry.count));
        drawing.setAttribute("viewBox", view.map((each) => each.toFixed(1)).join(" "));
        looked_at.sort((a, b) => b.entry.count - a.entry.count);
        replace(circles, ...looked_at.map(({ entry, around, point }) => {
            const filter = `place=${entry.value}`;
            let next = entry.selected ? without(state, filter) : state;
            for (const each of around) next = without(next, `place=${each.value}`);
            if (!entry.selected) next = with_filter(next, filter);
            const name = `${entry.value}: ${count(entry.count, "article")}`;
            const circle = element("svg:circle", { cx: point[0].toFixed(1), cy: point[1].toFixed(1),
                r: (Math.max(smallest, largest * Math.sqrt(Math.min(1, entry.count / most))) * unit).toFixed(2) });
            return element("svg:a", { href: address_of(next), "data-key": `map ${filter}`, "aria-label": name,
                class: entry.selected ? "selected" : null,
                on: { click: (event) => { event.preventDefault(); go(next); } },
            }, element("svg:title", {}, name), circle);
        }));
        let_one_stop();
        note.textContent = !values ? "The places could not be read." : places.some((each) => each.entry.count > 0) ? "Choose a place to look inside." : "No places to show.";
    };
}
