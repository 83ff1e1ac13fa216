// The list of hits and the pages of it.
import { articles_by_id, export_address } from "./api.js";
import { element, marked, replace } from "./dom.js";
import { count, day, number } from "./format.js";
import { address_of, list_of, page_size, with_filter } from "./state.js";

const shown_entities = { person: 3, organisation: 2, place: 3 };
const shown_authors = 3;
const hits_on_screen = 6;

// Links with data-go are followed without loading the page anew.
export function link_to(state, properties, ...children) {
    return element("a", { href: address_of(state), "data-go": true, ...properties }, ...children);
}

export function byline(article, most_authors = shown_authors) {
    const all = article.authors ?? [];
    const more = all.length > most_authors ? ` and ${number(all.length - most_authors)} more` : "";
    const authors = all.slice(0, most_authors).join(", ") + more;
    return element("p", { class: "byline" },
        article.source && element("span", { class: "source" }, article.source),
        article.date && element("time", { datetime: article.date }, day(article.date)),
        authors && element("span", {}, authors));
}

function chips(hit, state) {
    const all = Object.entries(shown_entities).flatMap(
        ([field, most]) => (hit.entities?.[field] ?? []).slice(0, most).map((value) => [field, value]));
    if (all.length === 0) return null;
    return element("ul", { class: "chips", "aria-label": "Who and where" }, all.map(([field, value]) => {
        const filter = `${field}=${value}`;
        return element("li", {}, link_to(with_filter(state, filter), {
            class: `chip ${field}`, title: `Only articles with this ${field}`,
            "aria-current": state.filter.includes(filter) ? "true" : null,
        }, value));
    }));
}

function copy_item(id, copy, state) {
    const about = [copy?.source, copy?.date && day(copy.date)].filter(Boolean).join(", ");
    return element("li", {}, link_to({ ...state, article: id }, { "data-key": `copy ${id}` }, copy?.title || id),
        about && element("span", { class: "hint" }, ` ${about}`));
}

// A hit has the ids of its copies; what they are is asked for when somebody looks.
function copies(hit, state) {
    const ids = hit.duplicates ?? [];
    if (ids.length === 0) return null;
    const list = element("ul", {}, ids.map((id) => copy_item(id, null, state)));
    const name_them = async () => {
        const found = await articles_by_id(ids).catch(() => new Map());  // the ids lead there as well
        replace(list, ids.map((id) => copy_item(id, found.get(id), state)));
    };
    const fold = element("details", { class: "copies" }, element("summary", {}, count(ids.length, "copy", "copies")), list);
    fold.addEventListener("toggle", name_them, { once: true });
    return fold;
}

export function hit_item(hit, state) {
    const title = hit.title_marked ? marked(hit.title_marked) : [hit.title ?? ""];
    return element("li", { class: "hit" },
        element("h2", {}, link_to({ ...state, article: hit.id }, { class: "title" },
            hit.title ? title : hit.id)),
        byline(hit),
        hit.snippet && element("p", { class: "snippet" }, marked(hit.snippet)),
        chips(hit, list_of(state)),
        copies(hit, state));
}

function pages(total, state) {
    const last = Math.ceil(total / page_size);
    if (last <= 1) return null;
    const to = (page, text, relation) => link_to({ ...state, page }, { class: "page", rel: relation }, text);
    return element("nav", { class: "pages", "aria-label": "Pages" },
        state.page > 1 && to(state.page - 1, "← Previous", "prev"),
        element("span", {}, `Page ${number(state.page)} of ${number(last)}`),
        state.page < last && to(state.page + 1, "Next →", "next"));
}

function exports(state) {
    const link = (format, text) => element("a", { href: export_address(state, format), "data-download": `broadsheet.${format}` }, text);
    return element("p", { class: "exports" }, "This search as ", link("atom", "a feed"), " or ", link("csv", "a table"));
}

// Items of the list, and what comes after it. All of it is new, so that nothing has moved that was there before.
export function show_items(items, ...after) {
    document.getElementById("answer").replaceWith(element("div", { id: "answer" },
        element("ol", { class: "hits", id: "hits" }, items), after));
}

function below(answer, state) {
    return [pages(answer.total.stories ?? answer.total.articles, state), exports(state)].filter(Boolean);
}

export function render_hits(answer, state) {
    show_items(answer.hits.map((hit) => hit_item(hit, state)), ...below(answer, state));
}

// As many of them as a screen has room for.
export function render_first_hits(answer, state) {
    show_items(answer.hits.slice(0, hits_on_screen).map((hit) => hit_item(hit, state)));
}

// What render_first_hits() left out.
export function render_more_hits(answer, state) {
    document.getElementById("hits").append(...answer.hits.slice(hits_on_screen).map((hit) => hit_item(hit, state)));
    document.getElementById("answer").append(...below(answer, state));
}

// Grey lines where hits will be, so that nothing moves when they come.
export function render_placeholders() {
    const lines = () => element("li", { class: "hit waiting", "aria-hidden": "true" },
        element("span", { class: "line wide" }), element("span", { class: "line short" }),
        element("span", { class: "line" }), element("span", { class: "line" }));
    show_items(Array.from({ length: 6 }, lines));
}
