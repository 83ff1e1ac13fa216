// How the query was read: corrections, what it names, warnings; and the filters that are chosen.
import { element } from "./dom.js";
import { number, parts_of, shown_value } from "./format.js";
import { link_to } from "./hits.js";
import { changed, with_filter, without } from "./state.js";

// It stays where it is when it is chosen, and takes the choice back then.
function named(value, state) {
    const chosen = state.filter.includes(value.filter);
    const next = chosen ? without(state, value.filter) : with_filter(state, value.filter);
    return link_to(next, { class: `chip ${value.field}`, "aria-current": chosen ? "true" : null },
        `${value.value} `, element("span", { class: "number" }, `${value.field}, ${number(value.count)}`));
}

function names(answer, state) {
    const offers = (answer.entities_in_query ?? []).flatMap((each) => [each, ...each.others.slice(0, 2)])
        .map((each) => named(each, state));
    return offers.length > 0 && element("p", { class: "offers" }, element("span", {}, "Only articles that name"), offers);
}

// Spaces and case do not make a reading worth telling.
function is_telling(answer) {
    const bare = (text) => text.toLowerCase().replace(/ and |\s+|"/g, " ").trim();
    return answer.read_as && bare(answer.read_as) !== bare(answer.query);
}

export function render_reading(answer, state) {
    const parts = [];
    if (answer.suggestion) {
        parts.push(element("p", { class: "suggestion" }, "Did you mean ",
            link_to(changed(state, { q: answer.suggestion }), {}, answer.suggestion), "?"));
    }
    for (const warning of answer.warnings ?? []) parts.push(element("p", { class: "warning" }, warning));
    parts.push(names(answer, state));
    if (is_telling(answer)) parts.push(element("p", { class: "read-as" }, "Read as ", element("code", {}, answer.read_as)));
    document.getElementById("reading").replaceChildren(...parts.filter(Boolean));
}

function chip(text, next, label) {
    return link_to(next, { class: "chip chosen-filter", "aria-label": label }, text,
        element("span", { class: "cross", "aria-hidden": "true" }, "×"));
}

export function render_chosen(state) {
    const chips = [];
    for (const filter of state.filter) {
        const text = shown_value(...parts_of(filter));
        chips.push(chip(text, without(state, filter), `Remove the filter ${text}`));
    }
    for (const filter of state.exclude) {
        const text = `not ${shown_value(...parts_of(filter))}`;
        chips.push(chip(text, without(state, filter), `Remove the filter ${text}`));
    }
    if (state.from || state.to) {
        const text = !state.to ? `from ${state.from}` : !state.from ? `until ${state.to}` : `${state.from} to ${state.to}`;
        chips.push(chip(text, changed(state, { from: "", to: "" }), `Remove the dates ${text}`));
    }
    if (chips.length > 1) {
        chips.push(link_to(changed(state, { filter: [], exclude: [], from: "", to: "" }), { class: "all-off" }, "Clear all"));
    }
    document.getElementById("chosen").replaceChildren(...chips);
}
