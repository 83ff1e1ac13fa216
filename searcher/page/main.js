// The page as a whole: an address is a state, and a state is shown.
import { export_address, insights, search } from "./api.js";
import { render_article } from "./article.js";
import { element } from "./dom.js";
import { set_up_facets } from "./facets.js";
import { count } from "./format.js";
import { set_up_help } from "./help.js";
import { render_hits, render_placeholders } from "./hits.js";
import { set_up_keyboard } from "./keyboard.js";
import { set_up_map } from "./map.js";
import { render_chosen, render_reading } from "./reading.js";
import { set_up_search_box } from "./search_box.js";
import { render_significant } from "./significant.js";
import { address_of, changed, list_of, read_state, restrictions } from "./state.js";
import { set_up_timeline } from "./timeline.js";

const results = document.getElementById("results");
const reader = document.getElementById("reader");
const heading = document.getElementById("count");
const sort = document.getElementById("sort");

let state = read_state();
let shown_list = null;  // the address of the hits on the page
let request = new AbortController();

const render_facets = set_up_facets(go);
const render_timeline = set_up_timeline(go);
const render_map = set_up_map(go);
const box = set_up_search_box((q) => go(changed(state, { q })));
const open_help = set_up_help();
set_up_keyboard({ search: box.focus, help: open_help, back: () => state.article && go(list_of(state)) });

function announce(text) {
    document.getElementById("announcement").textContent = text;
}

function title_of(answer) {
    const { articles, stories, exact } = answer.total;
    const number = typeof stories === "number" && stories !== articles
        ? `${count(stories, "story", "stories")} in ${count(articles, "article")}` : count(articles, "article");
    if (exact === false) return `At least ${number}`;
    return state.q === "" && !state.sort ? `${number}, newest first` : number;
}

function show_problem(parent, problem) {
    parent.replaceChildren(element("div", { class: "problem", role: "alert" },
        element("p", {}, problem.message), problem.hint && element("p", { class: "hint" }, problem.hint)));
    announce(problem.message);
}

function show_answer(answer) {
    heading.textContent = title_of(answer);
    render_reading(answer, state);
    render_timeline(answer, state);
    render_facets(answer, state);
    render_hits(answer, state);
    if (answer.hits.length === 0) {
        document.getElementById("hits").replaceChildren(element("li", { class: "nothing" },
            element("p", {}, "No article matches."),
            element("p", { class: "hint" }, "Try fewer words or filters, another spelling, or a star for an ending: econom*.")));
    }
    announce(`${title_of(answer)}${state.q ? ` for ${state.q}` : ""}`);
}

async function show_list(signal) {
    const list = address_of(list_of(state));
    if (list === shown_list) return;
    if (shown_list === null) render_placeholders();
    results.setAttribute("aria-busy", "true");
    render_chosen(state);
    const is_narrowed = state.q !== "" || restrictions(state).size > 0;
    insights(state, is_narrowed, signal).catch(() => ({ places: [], significant: {} })).then((found) => {
        if (signal.aborted) return;
        render_map(found.places, state);
        render_significant(found.significant, state);
    });
    try {
        const answer = await search(list_of(state), signal);
        if (signal.aborted) return;
        results.classList.remove("failed");
        show_answer(answer);
        shown_list = list;
    } catch (problem) {
        if (signal.aborted) return;
        shown_list = null;
        results.classList.add("failed");
        heading.textContent = "This could not be answered";
        for (const name of ["reading", "pages"]) document.getElementById(name).replaceChildren();
        show_problem(document.getElementById("hits"), problem);
    }
    results.removeAttribute("aria-busy");
}

async function show_article(signal) {
    try {
        const found = await render_article(reader, state, signal);
        if (!found) return;
        document.title = `${found.title || found.id} – Broadsheet`;
        announce(`Article: ${found.title || found.id}`);
    } catch (problem) {
        if (!signal.aborted) show_problem(reader, problem);
    }
}

// Shows `state`, and where the reader was on it: `top`, in pixels.
async function show(top) {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    box.set(state.q);
    sort.value = state.sort;
    for (const id of ["feed-link", "feed", "table"])
        document.getElementById(id).href = export_address(state, id === "table" ? "csv" : "atom");
    document.title = state.q ? `${state.q} – Broadsheet` : "Broadsheet";
    reader.hidden = state.article === "";
    results.hidden = state.article !== "";
    if (state.article) {
        reader.replaceChildren();
        await show_article(signal);
    } else {
        await show_list(signal);
    }
    if (!signal.aborted && top !== undefined) scrollTo(0, top);
    if (!signal.aborted && state.article) document.getElementById("story-title")?.focus({ preventScroll: true });
}

function go(next) {
    const address = address_of(next);
    const opens = next.article !== state.article || next.page !== state.page || next.q !== state.q;
    const returns = state.article !== "" && next.article === "" && address_of(next) === address_of(list_of(state));
    if (returns && history.state?.from_list) {
        history.back();  // which also goes back to where the reader was
        return;
    }
    history.replaceState({ ...history.state, top: scrollY }, "");
    history.pushState({ from_list: state.article === "" }, "", address);
    state = next;
    show(opens ? 0 : undefined);
}

addEventListener("popstate", (event) => {
    state = read_state();
    show(event.state?.top ?? 0);
});
addEventListener("scrollend", () => history.replaceState({ ...history.state, top: scrollY }, ""));
document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-go]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(read_state(new URL(link.href).search));
});
sort.addEventListener("change", () => go(changed(state, { sort: sort.value })));

// On narrow screens the columns beside the hits are folded above them.
const wide = matchMedia("(min-width: 60rem)");
function fold() {
    for (const name of ["narrowing", "insights"]) document.getElementById(name).open = wide.matches;
}
wide.addEventListener("change", fold);
fold();

history.scrollRestoration = "manual";
show(history.state?.top ?? 0);
