// The server's answers.
import { page_size, restrictions } from "./state.js";

const base = "/api/v1";
export const facet_fields = ["person", "organisation", "place", "source", "section", "author", "tag", "language"];
const facet_values = 8;
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

async function get(path, parameters, signal) {
    const query = parameters?.toString();
    let response;
    try {
        response = await fetch(base + path + (query ? `?${query}` : ""), { signal });
    } catch (error) {
        if (error.name === "AbortError") throw error;
        throw new Problem(0, "The server does not answer.", "Is it running? Try again in a moment.");
    }
    const answer = await response.json().catch(() => null);
    if (response.ok && answer) return answer;
    const problem = answer?.error ?? answer ?? {};
    throw new Problem(response.status, problem.detail ?? problem.message ?? problem.title ?? `Status ${response.status}`,
                      problem.hint);
}

function search_parameters(state) {
    const parameters = restrictions(state);
    parameters.set("q", state.q);
    if (state.sort) parameters.set("sort", state.sort);
    return parameters;
}

export function search(state, signal) {
    const parameters = search_parameters(state);
    parameters.set("limit", page_size);
    if (state.page > 1) parameters.set("offset", (state.page - 1) * page_size);
    parameters.set("facet", `${facet_fields.join(",")}:${facet_values}`);
    parameters.set("timeline", "auto");
    parameters.set("collapse", "duplicates");
    return get("/search", parameters, signal);
}

// What takes longer than the hits and is asked for beside them: { places, significant }, of which the latter is null
// unless `is_narrowed`, for all articles do not stand out against themselves.
export async function insights(state, is_narrowed, signal) {
    const parameters = search_parameters(state);
    parameters.set("limit", 1);
    parameters.set("facet", `place:${places_on_map}`);
    if (is_narrowed) parameters.set("significant", `word,person,organisation,place:${significant_values}`);
    const answer = await get("/search", parameters, signal);
    return { places: answer.facets.place?.values ?? [], significant: is_narrowed ? answer.significant ?? {} : null };
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
    return get("/suggest", new URLSearchParams({ q: prefix, limit: 6 }), signal);
}

export function article(id, signal) {
    return get(`/articles/${encodeURIComponent(id)}`, null, signal);
}

export function similar(id, signal) {
    return get(`/articles/${encodeURIComponent(id)}/similar`, new URLSearchParams({ limit: 8 }), signal);
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
