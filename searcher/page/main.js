// The page as a whole: an address is a state, and a state is shown.
import { export_address, first_search, insights, search } from "./api.js";
import { announce } from "./announce.js";
import { back_link, render_article } from "./article.js";
import { element } from "./dom.js";
import { set_up_downloads } from "./downloads.js";
import { set_up_facets } from "./facets.js";
import { count } from "./format.js";
import { set_up_help } from "./help.js";
import { link_to, render_first_hits, render_hits, render_more_hits, render_placeholders, show_items } from "./hits.js";
import { set_up_keyboard } from "./keyboard.js";
import { set_up_keys } from "./keys.js";
import { set_up_map } from "./map.js";
import { render_chosen, render_reading } from "./reading.js";
import { set_up_search_box } from "./search_box.js";
import { render_significant, show_insights_problem } from "./significant.js";
import { address_of, changed, list_of, read_state, restrictions } from "./state.js";
import { set_up_timeline } from "./timeline.js";

const results = document.getElementById("results");
const reader = document.getElementById("reader");
const hits_part = document.getElementById("found");
const aside = document.getElementById("beside");
const heading = document.getElementById("count");
const sort = document.getElementById("sort");

const short_patience = 100;  // milliseconds until something is shown that is no answer
const patience = 250;        // milliseconds until what is shown is dimmed, for it is the answer to something else

const is_wide = matchMedia("(min-width: 76rem)");  // as in layout.css

// The first frame of all; not waited for where nothing is painted, as in a tab behind others.
const first_paint = new Promise((resolve) => {
    const observer = new PerformanceObserver(() => {
        observer.disconnect();
        resolve();
    });
    observer.observe({ type: "paint", buffered: true });
    setTimeout(resolve, patience);
});

let state = read_state();
let shown_list = null;      // the address of the hits on the page
let shown_insights = null;  // and of what is told about them
let request = new AbortController();

// What is beside the hits is made when it is shown first, after them.
function lazily(set_up) {
    let render = null;
    return (...values) => {
        render ??= set_up(go);
        render(...values);
    };
}

// The first answer is asked for before anything else is done.
let early = state.article ? null : { list: address_of(state), answer: first_search(state, request.signal) };
early?.answer.catch(() => {});  // told when it is waited for

function answer_to(list, signal) {
    const asked = early;
    early = null;
    return asked?.list === list ? asked.answer : search(list_of(state), signal);
}

const render_facets = lazily(set_up_facets);
const render_timeline = lazily(set_up_timeline);
const render_map = lazily(set_up_map);
const box = set_up_search_box((q) => go(changed(state, { q })));
const open_help = set_up_help();
set_up_keyboard({ search: box.focus, help: open_help, back: () => state.article && go(list_of(state)) });

function title_of(answer) {
    const { articles, stories, exact } = answer.total;
    const number = typeof stories === "number" && stories !== articles
        ? `${count(stories, "story", "stories")} in ${count(articles, "article")}` : count(articles, "article");
    return exact === false ? `At least ${number}` : number;
}

// What may go away when it is asked again: no server, no key, too much to do.
function may_pass({ status }) {
    return status === 0 || status === 401 || status === 429 || status >= 500;
}

function problem_box(problem) {
    return element("div", { class: "problem", role: "alert" },
        element("p", {}, problem.message), problem.hint && element("p", { class: "hint" }, problem.hint),
        may_pass(problem) && element("button", { type: "button", class: "plain", on: { click: () => show() } },
            problem.status === 401 ? "Give a key" : "Try again"));
}

function nothing_found() {
    const all = changed(state, { filter: [], exclude: [], from: "", to: "" });
    return element("li", { class: "nothing" },
        element("p", {}, "No article matches."),
        element("p", { class: "hint" }, "Try fewer words or filters, another spelling, or a star for an ending: econom*."),
        restrictions(state).size > 0 && element("p", { class: "hint" }, link_to(all, {}, "Search without the filters")));
}

// After the next frame is painted, and the first one is on the screen: what is done before that holds it up.
async function next_frame() {
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    await first_paint;
}

// The columns are read from left to right; where what is beside the hits stands above them, it also comes before them for
// the Tab key and for those who hear the page.
function put_in_reading_order() {
    if (is_wide.matches) hits_part.after(aside);
    else hits_part.before(aside);
}

// The hits first, for they are what is waited for.
async function show_answer(answer, signal) {
    heading.textContent = title_of(answer);
    render_reading(answer, state);
    if (shown_list === null) render_first_hits(answer, state);
    else render_hits(answer, state);
    if (answer.hits.length === 0) show_items(nothing_found());
    announce(`${title_of(answer)}${state.q ? ` for ${state.q}` : ""}`);
    await next_frame();
    if (signal.aborted) return;
    if (shown_list === null && answer.hits.length > 0) render_more_hits(answer, state);
    render_timeline(answer, state);
    render_facets(answer, state);
}

// An answer that comes at once is the first thing to be painted; while another one is waited for, it says so.
function show_waiting() {
    document.getElementById("paint-later")?.remove();  // the browser waits for the page's end no longer
    results.classList.remove("unready");
    if (shown_list === null) render_placeholders();
    else results.classList.add("slow");
}

async function show_list(signal) {
    const list = address_of(list_of(state));
    render_chosen(state);
    if (list === shown_list) {
        results.classList.remove("slow");  // of a search that was given up
        results.removeAttribute("aria-busy");
        show_insights(list, signal);
        return;
    }
    results.setAttribute("aria-busy", "true");
    const wait = setTimeout(show_waiting, shown_list === null ? short_patience : patience);
    signal.addEventListener("abort", () => clearTimeout(wait));
    try {
        const answer = await answer_to(list, signal);
        if (signal.aborted) return;
        clearTimeout(wait);
        results.classList.remove("failed", "slow", "unready");
        await show_answer(answer, signal);
        if (signal.aborted) return;
        shown_list = list;
        show_insights(list, signal);
    } catch (problem) {
        if (signal.aborted) return;
        shown_list = null;
        results.classList.remove("unready");
        results.classList.add("failed");
        heading.textContent = "This could not be answered";
        document.getElementById("reading").replaceChildren();
        show_items(element("li", {}, problem_box(problem)));
    }
    clearTimeout(wait);
    results.classList.remove("slow");
    results.removeAttribute("aria-busy");
}

// After the hits, for it takes longer and must not hold them up.
async function show_insights(list, signal) {
    aside.removeAttribute("aria-busy");
    if (list === shown_insights) return;
    aside.setAttribute("aria-busy", "true");
    await next_frame();
    if (signal.aborted) return;
    const is_narrowed = state.q !== "" || restrictions(state).size > 0;
    const { answer, problem } = await insights(list_of(state), is_narrowed, signal)
        .then((answer) => ({ answer }), (problem) => ({ problem }));
    if (signal.aborted) return;
    aside.removeAttribute("aria-busy");
    shown_insights = problem ? null : list;
    render_map(answer?.places ?? null, list_of(state));
    if (problem) show_insights_problem(problem, () => show_insights(list, signal));
    else render_significant(answer.significant, answer.articles, list_of(state));
}

async function show_article(signal) {
    try {
        const found = await render_article(reader, state, signal);
        if (!found) return;
        document.title = `${found.title || found.id} – Broadsheet`;
        announce(`Article: ${found.title || found.id}`);
    } catch (problem) {
        if (!signal.aborted) reader.replaceChildren(back_link(state), problem_box(problem));
    }
}

// Without a query nothing is relevant, and the newest come first.
function show_sort() {
    for (const each of sort.options) each.hidden = each.disabled = state.q === "" && !/^(newest|oldest)$/.test(each.value);
    sort.value = state.sort || (state.q === "" ? "newest" : "");
}

// Shows `state`, and where the reader was on it: `top`, in pixels.
async function show(top) {
    if (!early) request.abort();
    request = new AbortController();
    const { signal } = request;
    box.set(state.q);
    show_sort();
    document.getElementById("feed-link").href = export_address(state, "atom");
    document.title = state.q ? `${state.q} – Broadsheet` : "Broadsheet";
    reader.hidden = state.article === "";
    results.hidden = state.article !== "";
    document.getElementById("skip-to-insights").hidden = results.hidden;
    if (state.article) {
        reader.replaceChildren();
        await show_article(signal);
    } else {
        await show_list(signal);
    }
    if (!signal.aborted && top !== undefined) scrollTo(0, top);
    if (!signal.aborted && state.article) document.getElementById("story-title")?.focus({ preventScroll: true });
}

// Goes to the top where the hits are others, unless it is chosen beside them.
function go(next, is_from_hits = false) {
    const address = address_of(next);
    const opens = is_from_hits || next.article !== state.article || next.page !== state.page || next.q !== state.q;
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
    go(read_state(new URL(link.href).search), link.closest("#answer") !== null);
});
document.querySelector(".skips").addEventListener("click", (event) => {
    event.preventDefault();
    if (event.target.id !== "skip-to-insights") {
        (state.article ? reader : hits_part).focus();
        return;
    }
    document.getElementById("insights").open = true;
    aside.focus();
});
sort.addEventListener("change", () => go(changed(state, { sort: sort.value })));

is_wide.addEventListener("change", put_in_reading_order);
put_in_reading_order();

set_up_downloads();
set_up_keys(() => {
    shown_list = null;
    show();
});

history.scrollRestoration = "manual";
show(history.state?.top ?? 0);
