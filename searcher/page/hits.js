// The list of hits and the pages of it.
import { element, marked } from "./dom.js";
import { count, day, number } from "./format.js";
import { address_of, list_of, page_size, with_filter } from "./state.js";

const shown_entities = { person: 3, organisation: 2, place: 3 };

// Links with data-go are followed without loading the page anew.
export function link_to(state, properties, ...children) {
    return element("a", { href: address_of(state), "data-go": true, ...properties }, ...children);
}

export function byline(article) {
    const authors = (article.authors ?? []).join(", ");
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

// Copies are ids, or objects with an id and what else is known.
function copies(hit, state) {
    const all = hit.duplicates ?? [];
    if (all.length === 0) return null;
    return element("details", { class: "copies" },
        element("summary", {}, count(all.length, "copy", "copies")),
        element("ul", {}, all.map((each) => {
            const id = each.id ?? each;
            const name = [each.source, each.title].filter(Boolean).join(": ") || id;
            return element("li", {}, link_to({ ...state, article: id }, {}, name));
        })));
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

export function render_hits(answer, state) {
    document.getElementById("hits").replaceChildren(...answer.hits.map((hit) => hit_item(hit, state)));
    const total = answer.total.stories ?? answer.total.articles;
    const last = Math.ceil(total / page_size);
    const pages = document.getElementById("pages");
    if (last <= 1) {
        pages.replaceChildren();
        return;
    }
    const to = (page, text, relation) => link_to({ ...state, page }, { class: "page", rel: relation }, text);
    pages.replaceChildren(...[
        state.page > 1 && to(state.page - 1, "← Previous", "prev"),
        element("span", {}, `Page ${number(state.page)} of ${number(last)}`),
        state.page < last && to(state.page + 1, "Next →", "next"),
    ].filter(Boolean));
}

// Grey lines where hits will be, so that nothing moves when they come.
export function render_placeholders() {
    const lines = () => element("li", { class: "hit waiting", "aria-hidden": "true" },
        element("span", { class: "line wide" }), element("span", { class: "line short" }),
        element("span", { class: "line" }), element("span", { class: "line" }));
    document.getElementById("hits").replaceChildren(...Array.from({ length: 6 }, lines));
}
