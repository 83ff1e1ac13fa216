// What the page shows, as its address has it: back, forward and a copied link all come out right.

export const page_size = 20;
const single = ["q", "from", "to", "sort", "article"];
const repeated = ["filter", "exclude"];

// A state has every name of `single` as text, of `repeated` as a list ("FIELD=VALUE"), and `page` from 1.
export function read_state(search = location.search) {
    const parameters = new URLSearchParams(search);
    const state = { page: Math.max(1, Math.trunc(Number(parameters.get("page"))) || 1) };
    for (const name of single) state[name] = parameters.get(name) ?? "";
    for (const name of repeated) state[name] = [...new Set(parameters.getAll(name))];
    return state;
}

export function address_of(state) {
    const parameters = new URLSearchParams();
    for (const name of single) if (state[name]) parameters.set(name, state[name]);
    for (const name of repeated) for (const value of state[name]) parameters.append(name, value);
    if (state.page > 1) parameters.set("page", state.page);
    const text = parameters.toString();
    return text ? `/?${text}` : "/";
}

// The same without the article: what the list of hits depends on.
export function list_of(state) {
    return { ...state, article: "" };
}

// Whatever changes which articles are found begins at the first page and leaves the open article.
export function changed(state, changes) {
    return { ...state, page: 1, article: "", ...changes };
}

export function with_filter(state, filter) {
    return changed(state, {
        filter: state.filter.includes(filter) ? state.filter : [...state.filter, filter],
        exclude: state.exclude.filter((each) => each !== filter),
    });
}

export function with_exclusion(state, filter) {
    return changed(state, {
        filter: state.filter.filter((each) => each !== filter),
        exclude: state.exclude.includes(filter) ? state.exclude : [...state.exclude, filter],
    });
}

export function without(state, filter) {
    return changed(state, {
        filter: state.filter.filter((each) => each !== filter),
        exclude: state.exclude.filter((each) => each !== filter),
    });
}

// What the server is to find; the rest of a request says what it is to tell about it.
export function restrictions(state) {
    const parameters = new URLSearchParams();
    for (const name of ["from", "to"]) if (state[name]) parameters.set(name, state[name]);
    for (const name of repeated) for (const value of state[name]) parameters.append(name, value);
    return parameters;
}
