// What stands out among the articles found against all articles.
import { element } from "./dom.js";
import { number, plural_of } from "./format.js";
import { link_to } from "./hits.js";
import { changed, with_filter } from "./state.js";

const order = ["word", "person", "organisation", "place"];

function next_state(field, value, state) {
    if (field !== "word") return with_filter(state, `${field}=${value}`);
    const word = /\s/.test(value) ? `"${value}"` : value;
    const loose = /\b(OR|NOT)\b/.test(state.q);
    return changed(state, { q: loose ? `(${state.q}) AND ${word}` : `${state.q} ${word}`.trim() });
}

// `found` is null where nothing was asked for; `articles` is how many there are to measure.
export function render_significant(found, articles, state) {
    const box = document.getElementById("significant");
    const say = (text) => box.replaceChildren(element("p", { class: "hint" }, text));
    if (!found) return say("Search or choose a filter to see what sets the articles apart.");
    if (articles === 0) return say("There are no articles to measure.");
    const lists = order.filter((field) => found[field]?.values.length > 0).map((field) => element("section", {},
        element("h3", {}, plural_of[field]),
        element("ul", {}, found[field].values.map((each) => element("li", {},
            link_to(next_state(field, each.value, state), {}, each.value),
            element("span", { class: "number", title: `${number(each.count)} of the ${number(each.all)} articles with it` },
                `${number(each.count)} of ${number(each.all)}`))))));
    if (lists.length === 0) return say("Nothing does.");
    box.replaceChildren(...lists);
}

// What is shown where it could not be read; `again` tries it once more.
export function show_insights_problem(problem, again) {
    document.getElementById("significant").replaceChildren(element("div", { class: "unread", role: "alert" },
        element("p", {}, "Places and what stands out could not be read."),
        element("p", { class: "hint" }, problem.message, " ", problem.hint),
        element("button", { type: "button", class: "plain", on: { click: again } }, "Try again")));
}
