// The facets: several values at once, places within places, and a longer list on demand.
import { facet_fields, more_values } from "./api.js";
import { element, replace } from "./dom.js";
import { count, number, plural_of, shown_value } from "./format.js";
import { restrictions, with_exclusion, with_filter, without } from "./state.js";
import { walk_with_arrows } from "./walking.js";

const row_reserve = 5;  // rows of a list that is narrow when it is first shown, and may grow when filters go
const pause = 150;  // milliseconds without a key before longer lists are asked for

function filters_within(field, entry) {
    return (entry.within ?? []).flatMap((each) => [`${field}=${each.value}`, ...filters_within(field, each)]);
}

// Choosing a place takes the places around and inside it out of the choice: they would widen it or say nothing.
function chosen(state, field, entry, around) {
    const filter = `${field}=${entry.value}`;
    let next = state;
    for (const each of [...around, ...filters_within(field, entry)]) next = without(next, each);
    return with_filter(next, filter);
}

function row(field, entry, state, go, around = []) {
    const filter = `${field}=${entry.value}`;
    const name = shown_value(field, entry.value);
    const is_counted = entry.count !== null;
    const excluded = state.exclude.includes(filter);
    const box = element("input", {
        type: "checkbox", "data-key": filter, "aria-label": is_counted ? `${name}, ${count(entry.count, "article")}` : name, checked: entry.selected || state.filter.includes(filter),
        on: { change: (event) =>
            go(event.target.checked ? chosen(state, field, entry, around) : without(state, filter)) },
    });
    const leave_out = element("button", {
        type: "button", class: "not", "data-key": `not ${filter}`, "aria-pressed": String(excluded),
        "aria-label": `not ${name}`, title: `Leave out ${name}`,
        on: { click: () => go(excluded ? without(state, filter) : with_exclusion(state, filter)) },
    }, "not");
    const inner = (entry.within ?? []).map((each) => row(field, each, state, go, [filter, ...around]));
    return element("li", { class: excluded ? "excluded" : null },
        element("div", { class: "value" },
            element("label", {}, box, element("span", { class: "text", title: name }, name)),
            leave_out,
            element("span", { class: "number", "aria-hidden": "true" }, is_counted && number(entry.count))),
        inner.length > 0 && element("ul", {}, inner));
}

function rows_in(values) {
    return values.reduce((sum, each) => sum + 1 + rows_in(each.within ?? []), 0);
}

// One facet's part of the page; it stays in its place while its values change.
class FacetPanel {
    constructor(field, go) {
        this.field = field;
        this.go = go;
        this.list = element("ul", { class: "values" });
        this.let_one_stop = walk_with_arrows(this.list,
            () => [...this.list.querySelectorAll(".value")].map((each) => [...each.querySelectorAll("input, .not")]));
        this.find = element("input", {
            type: "search", class: "find", placeholder: "Begins with …", "data-key": `find ${field}`,
            "aria-label": `${plural_of[field]} that begin with`, hidden: true,
            on: { input: () => this.ask_for_more(pause) },
        });
        this.more = element("button", {
            type: "button", class: "plain more", "aria-expanded": "false",
            on: { click: () => this.toggle() },
        }, "More");
        this.root = element("section", { class: `facet ${field}`, role: "group", "aria-labelledby": `facet-${field}`,
            "aria-describedby": "facet-keys", hidden: true },
            element("h2", { id: `facet-${field}` }, plural_of[field]), this.find, this.list, this.more);
        this.find.addEventListener("keydown", (event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            this.toggle();
            this.more.focus();
        });
    }

    show(facet, state) {
        this.state = state;
        this.facet = facet;
        if ((facet?.values.length ?? 0) > 0) this.appear(facet.values);
        const has_more = facet && (facet.distinct > facet.values.length || this.is_long());
        if (has_more) this.more.hidden = false;
        this.more.classList.toggle("away", !has_more);  // its room stays
        this.more.setAttribute("aria-label", `${this.more.textContent} ${plural_of[this.field].toLowerCase()}`);
        if (this.is_long()) this.ask_for_more(0);
        else this.fill(facet?.values ?? []);
    }

    // Values that were chosen or left out since the query stay in their places, also when they are not among the most
    // frequent any more: the next click must not meet another one.
    with_kept(values) {
        const filters = [...this.state.filter, ...this.state.exclude];
        this.shown.forEach((value, place) => {
            if (this.kept.has(value) || filters.includes(`${this.field}=${value}`)) this.kept.set(value, place);
        });
        const all = [...values];
        for (const [value, place] of this.kept) {
            if (values.every((each) => each.value !== value)) all.splice(place, 0, { value, count: null });
        }
        this.shown = all.map((each) => each.value);
        return all;
    }

    fill(values) {
        const rows = this.with_kept(values).map((each) => row(this.field, each, this.state, this.go));
        replace(this.list, rows.length > 0 ? rows : element("li", { class: "none" }, "None in these articles"));
        this.let_one_stop();
    }

    // From now on it keeps its place and its height until there is another query: choosing must not move the others.
    appear(values) {
        if (!this.root.hidden) return;
        if (this.is_late) this.root.parentNode.append(this.root);
        this.root.hidden = false;
        this.list.style.setProperty("--rows", Math.max(rows_in(values), this.least_rows));
    }

    start_anew(is_narrowed) {
        this.root.hidden = true;
        this.more.hidden = !is_narrowed;
        this.is_late = false;
        this.shown = [];        // the values on the page
        this.kept = new Map();  // the place of each that stays
        this.least_rows = is_narrowed && this.field !== facet_fields.at(-1) ? row_reserve : 1;
    }

    is_long() {
        return this.more.getAttribute("aria-expanded") === "true";
    }

    toggle() {
        const long = !this.is_long();
        this.more.setAttribute("aria-expanded", String(long));
        this.more.textContent = long ? "Fewer" : "More";
        this.list.classList.toggle("long", long);
        this.find.hidden = !long;
        this.find.value = "";
        if (long) this.find.focus();
        this.show(this.facet, this.state);
    }

    ask_for_more(delay) {
        clearTimeout(this.timer);
        this.request?.abort();
        const request = this.request = new AbortController();
        this.timer = setTimeout(async () => {
            try {
                const values = await more_values(this.state, this.field, this.find.value.trim(), request.signal);
                if (!request.signal.aborted) this.fill(values);
            } catch (problem) {
                if (!request.signal.aborted) replace(this.list, element("li", { class: "none" }, problem.message));
            }
        }, delay);
    }
}

// `go` takes the state to show next.
export function set_up_facets(go) {
    const panels = facet_fields.map((field) => new FacetPanel(field, go));
    const parent = document.getElementById("facets");
    let query = null;
    return (answer, state) => {
        if (state.q !== query) {
            const is_narrowed = restrictions(state).size > 0;
            parent.replaceChildren(...panels.map((panel) => panel.root));
            for (const panel of panels) panel.start_anew(is_narrowed);
        }
        query = state.q;
        for (const panel of panels) {
            panel.show(answer.facets[panel.field], state);
            panel.is_late = panel.root.hidden;
        }
    };
}
