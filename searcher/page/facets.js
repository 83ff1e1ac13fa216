// The facets: several values at once, places within places, and a longer list on demand.
import { facet_fields, more_values } from "./api.js";
import { element, replace } from "./dom.js";
import { number, plural_of, shown_value } from "./format.js";
import { with_exclusion, with_filter, without } from "./state.js";

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
    const excluded = state.exclude.includes(filter);
    const box = element("input", {
        type: "checkbox", "data-key": filter, checked: entry.selected || state.filter.includes(filter),
        on: { change: (event) =>
            go(event.target.checked ? chosen(state, field, entry, around) : without(state, filter)) },
    });
    const leave_out = element("button", {
        type: "button", class: "not", "data-key": `not ${filter}`, "aria-pressed": String(excluded),
        "aria-label": `Leave out ${name}`, title: `Leave out ${name}`,
        on: { click: () => go(excluded ? without(state, filter) : with_exclusion(state, filter)) },
    }, "−");
    const inner = (entry.within ?? []).map((each) => row(field, each, state, go, [filter, ...around]));
    return element("li", { class: excluded ? "excluded" : null },
        element("div", { class: "value" },
            element("label", {}, box, element("span", { class: "text", title: name }, name)),
            leave_out,
            element("span", { class: "number" }, number(entry.count))),
        inner.length > 0 && element("ul", {}, inner));
}

// One facet's part of the page; it stays in its place while its values change.
class FacetPanel {
    constructor(field, go) {
        this.field = field;
        this.go = go;
        this.list = element("ul", { class: "values" });
        this.find = element("input", {
            type: "search", class: "find", placeholder: "Begins with …", "data-key": `find ${field}`,
            "aria-label": `${plural_of[field]} that begin with`, hidden: true,
            on: { input: () => this.ask_for_more(pause) },
        });
        this.more = element("button", {
            type: "button", class: "plain more", "aria-expanded": "false",
            on: { click: () => this.toggle() },
        }, "More");
        this.root = element("section", { class: `facet ${field}`, hidden: true },
            element("h2", {}, plural_of[field]), this.find, this.list, this.more);
    }

    show(facet, state) {
        this.state = state;
        this.facet = facet;
        const has_values = (facet?.values.length ?? 0) > 0;
        if (has_values) this.root.hidden = false;  // and stays: a facet that goes would move the others
        this.more.hidden = !facet || (facet.distinct <= facet.values.length && !this.is_long());
        this.more.setAttribute("aria-label", `${this.more.textContent} ${plural_of[this.field].toLowerCase()}`);
        if (this.is_long()) this.ask_for_more(0);
        else this.fill(facet?.values ?? []);
    }

    fill(values) {
        const rows = values.map((each) => row(this.field, each, this.state, this.go));
        replace(this.list, rows.length > 0 ? rows : element("li", { class: "none" }, "None in these articles"));
        if (this.is_long()) return;
        const height = this.list.offsetHeight;
        if (height > (this.height ?? 0)) this.list.style.minHeight = `${this.height = height}px`;
    }

    forget_height() {
        this.height = 0;
        this.list.style.minHeight = "";
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
    document.getElementById("facets").append(...panels.map((panel) => panel.root));
    let query = null;
    return (answer, state) => {
        if (state.q !== query) panels.forEach((panel) => panel.forget_height());
        query = state.q;
        for (const panel of panels) panel.show(answer.facets[panel.field], state);
    };
}
