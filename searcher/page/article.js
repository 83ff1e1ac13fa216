// One article: its text with the entities marked, who is in it, and what to read with it.
import { article, original_address, similar } from "./api.js";
import { element, web_address } from "./dom.js";
import { count, number, plural_of } from "./format.js";
import { byline, link_to } from "./hits.js";
import { mentions_in, paragraphs, with_mentions } from "./mentions.js";
import { changed, list_of } from "./state.js";

const kinds = ["person", "organisation", "place"];
const shown_first = 8;

function everything(state) {
    return changed(state, { q: "", filter: [], exclude: [], from: "", to: "" });
}

function entity_link(state, entity, text) {
    return link_to({ ...everything(state), filter: [`${entity.field}=${entity.value}`] },
        { class: `mention ${entity.field}`, title: `${entity.value} (${entity.field}): all articles` }, text);
}

function cast(found, state) {
    const lists = kinds.map((kind) => {
        const all = (found.entities ?? []).filter((each) => each.field === kind)
            .sort((a, b) => b.salience - a.salience);
        if (all.length === 0) return null;
        const item = (each) => element("li", { class: each.subject ? "subject" : null }, entity_link(state, each, each.value),
            each.mentions.length > 1 && element("span", { class: "number", title: count(each.mentions.length, "mention") },
                number(each.mentions.length)));
        const rest = all.slice(shown_first);
        return element("section", {}, element("h2", {}, plural_of[kind]),
            element("ul", {}, all.slice(0, shown_first).map(item)),
            rest.length > 0 && element("details", {}, element("summary", {}, `${number(rest.length)} more`),
                element("ul", {}, rest.map(item))));
    });
    return element("aside", { class: "cast", "aria-label": "Who and where" }, lists);
}

function links(found) {
    const address = web_address(found.url);
    return element("p", { class: "links" },
        address && element("a", { href: address, rel: "noopener noreferrer external" }, "Read it where it was published"),
        element("a", { href: original_address(found.id), "data-download": "original" }, "The record as it came"));
}

function shared(hit) {
    const names = (hit.shared?.entities ?? []).map((each) => each.value);
    const known = names.join(" ").toLowerCase();
    const words = (hit.shared?.words ?? []).filter((word) => !known.includes(word.toLowerCase()));
    const text = [...names, ...words].slice(0, 6).join(", ");
    return text && element("p", { class: "shared" }, text);
}

function related(answer, state) {
    if (answer.hits.length === 0) return [element("p", { class: "hint" }, "Nothing like it in this index.")];
    return [element("ul", {}, answer.hits.map((hit) => element("li", {},
        link_to({ ...state, article: hit.id }, { class: "title" }, hit.title || hit.id), byline(hit), shared(hit),
        hit.duplicates?.length > 0 && element("p", { class: "shared" }, `and ${count(hit.duplicates.length, "copy", "copies")}`))))];
}

export function back_link(state) {
    return element("p", { class: "back" }, link_to(list_of(state), { id: "back" }, "← Back to the results"));
}

// Fills `reader` with the article of `state`. What is similar comes later, into room that is kept for it.
export async function render_article(reader, state, signal) {
    const found = await article(state.article, signal);
    if (signal.aborted) return null;
    const mark = (text, entity) => entity_link(state, entity, text);
    const title = with_mentions(found.title || found.id, mentions_in(found.entities, "title"), mark);
    const more = element("section", { class: "related", "aria-labelledby": "related-title" },
        element("h2", { id: "related-title" }, "Related articles"));
    const about = [found.section, ...(found.tags ?? []).slice(0, 8)].filter(Boolean).join(" · ");
    reader.replaceChildren(
        back_link(state),
        element("article", { class: "story" },
            about && element("p", { class: "kicker" }, about),
            element("h1", { tabindex: "-1", id: "story-title" }, title),
            byline(found, Infinity),
            element("div", { class: "body" }, paragraphs(found.body ?? "", mentions_in(found.entities, "body"), mark)),
            links(found)),
        element("div", { class: "beside" }, cast(found, state), more));
    similar(state.article, signal).then((answer) => more.append(...related(answer, state)), (problem) => {
        if (!signal.aborted) more.append(element("p", { class: "hint" }, problem.message));
    });
    return found;
}
