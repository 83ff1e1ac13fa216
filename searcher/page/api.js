// The server's answers.
import { ask_for_key, current_key, key_headers } from "./keys.js";
import { page_size, restrictions } from "./state.js";

const base = "/api/v1";
export const facet_fields = ["person", "organisation", "place", "source", "section", "author", "tag", "language"];
const facet_values = 8;
const place_values = 14;  // more, for what lies in the chosen ones comes between them
const significant_values = 6;
const places_on_map = 60;

// `message` and `hint` are for people; `status` is 0 when the server was not reached.
export class Problem extends Error {
    constructor(status, message, hint) {
        super(message);
        this.status = status;
        this.hint = hint ?? "";
    }
}

async function problem_of(response) {
    const answer = await response.json().catch(() => null);
    const problem = answer?.error ?? answer ?? {};
    return new Problem(response.status, problem.detail ?? problem.message ?? problem.title ?? `Status ${response.status}`,
                       problem.hint);
}

// The response, or a Problem. Asks for a key where one is needed, unless `asks` is false.
export async function fetch_answer(address, signal, asks = true) {
    for (;;) {
        const key = current_key();
        let response;
        try {
            response = await fetch(address, { signal, headers: key_headers() });
        } catch (error) {
            if (error.name === "AbortError") throw error;
            throw new Problem(0, "The server does not answer.", "Is it running? Try again in a moment.");
        }
        if (response.ok) return response;
        if (response.status !== 401) throw await problem_of(response);
        if (!asks || !await ask_for_key(key))
            throw new Problem(401, "This server answers only with a key.", "Whoever runs it can give you one.");
    }
}

async function get(path, parameters, signal, asks = true) {
    const query = parameters?.toString();
    const response = await fetch_answer(base + path + (query ? `?${query}` : ""), signal, asks);
    try {
        return await response.json();
    } catch (error) {
        if (error.name === "AbortError") throw error;
        throw new Problem(0, "The server's answer did not arrive.", "Try again in a moment.");
    }
}

function search_parameters(state) {
    const parameters = restrictions(state);
    parameters.set("q", state.q);
    if (state.sort) parameters.set("sort", state.sort);
    return parameters;
}

// Of most fields a few values are enough; those that are chosen stay.
function shorten(facets) {
    for (const [field, facet] of Object.entries(facets)) {
        if (field !== "place") facet.values = facet.values.filter((each, i) => i < facet_values || each.selected);
    }
}

// What a list of hits is shown with; the server knows it as well, in first_request.cc.
const told = `limit=${page_size}&facet=${facet_fields.join(",")}:${place_values}&timeline=auto&collapse=duplicates`;

export async function search(state, signal) {
    const parameters = search_parameters(state);
    if (state.page > 1) parameters.set("offset", (state.page - 1) * page_size);
    const answer = await get("/search", `${told}&${parameters}`, signal);
    shorten(answer.facets);
    return answer;
}

// Once the page has come to its end.
function whole_page() {
    return new Promise((resolve) => {
        const look = () => {
            if (!document.getElementById("end")) return;
            observer.disconnect();
            resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true });
        look();
    });
}

// The answer for the page's own address. The server writes it at the page's end, where it knows what is asked for and
// nobody needs a key.
export async function first_search(state, signal) {
    await whole_page();
    const written = document.getElementById("first-answer").textContent;
    if (!written) return search(state, signal);
    const answer = JSON.parse(written);
    shorten(answer.facets);
    return answer;
}

// What takes longer than the hits and is asked for beside them: { places, significant, articles }, of which the second is null
// unless `is_narrowed`, for all articles do not stand out against themselves.
export async function insights(state, is_narrowed, signal) {
    const parameters = search_parameters(state);
    parameters.set("limit", 1);
    parameters.set("facet", `place:${places_on_map}`);
    if (is_narrowed) parameters.set("significant", `word,person,organisation,place:${significant_values}`);
    const answer = await get("/search", parameters, signal);
    return { places: answer.facets.place?.values ?? [], significant: is_narrowed ? answer.significant ?? {} : null,
        articles: answer.total.articles };
}

export async function more_values(state, field, prefix, signal) {
    const parameters = restrictions(state);
    for (const own of state.filter.filter((each) => each.startsWith(`${field}=`))) parameters.delete("filter", own);
    if (state.q) parameters.set("q", state.q);
    if (prefix) parameters.set("prefix", prefix);
    parameters.set("limit", 40);
    return (await get(`/facets/${field}`, parameters, signal)).values;
}

export function suggest(prefix, signal) {
    return get("/suggest", new URLSearchParams({ q: prefix, limit: 6 }), signal, false);
}

export function article(id, signal) {
    return get(`/articles/${encodeURIComponent(id)}`, null, signal);
}

export function similar(id, signal) {
    return get(`/articles/${encodeURIComponent(id)}/similar`, new URLSearchParams({ limit: 8 }), signal);
}

const most_copies = 30;

// The articles with these ids as hits, by id; those of too long a list are left out.
export async function articles_by_id(ids, signal) {
    const plain = ids.filter((id) => !/["\\*?]/.test(id)).slice(0, most_copies);
    const q = plain.map((id) => `id:"${id}"`).join(" OR ");
    const answer = await get("/search", new URLSearchParams({ q, limit: most_copies, facet: "source:1" }), signal);
    return new Map(answer.hits.map((hit) => [hit.id, hit]));
}

export function original_address(id) {
    return `${base}/articles/${encodeURIComponent(id)}/original`;
}

const exported_rows = 1000;

// The same search in another form: atom, csv.
export function export_address(state, format) {
    const parameters = search_parameters(state);
    parameters.set("format", format);
    if (format === "csv") parameters.set("limit", exported_rows);
    return `${base}/search?${parameters}`;
}
