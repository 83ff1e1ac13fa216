// Help: every operator of the query language, with an example that can be tried, and the keys.
import { element } from "./dom.js";
import { link_to } from "./hits.js";
import { changed } from "./state.js";

const operators = [
    ["Words", [
        ["oil prices", "all of the words, in any of their forms; where no article has all of them, any"],
        ['"white house"', "a phrase: side by side and in this order"],
        ['"state of * union"', "a phrase with any one word in the place of the star"],
        ['=talks', 'this very form of a word; ="…" of a phrase'],
        ["econom*", "any ending; a star may also stand inside a word or in front of it"],
        ["colo?r", "one letter, whichever"],
        ["sanctoins~", "also words that differ by one letter; by two with ~2"],
    ]],
    ["Together", [
        ["oil AND gas", "both"],
        ["oil OR gas", "at least one; AND holds tighter"],
        ["oil NOT olive", "articles without it; -olive is the same"],
        ["+oil prices", "this one must be there, also where any of the words may match"],
        ["(oil OR gas) prices", "brackets, around anything"],
    ]],
    ["Near each other", [
        ["oil W/5 price", "at most five words from one to the other; NEAR/5 is the same"],
        ["prime PRE/2 minister", "the same with the first one in front"],
        ["oil W/S price", "in one sentence; PRE/S in this order"],
        ["oil W/P price", "in one paragraph; PRE/P in this order"],
        ["oil NOT W/5 olive", "somewhere without the other so near; also NOT PRE/5, NOT W/S, NOT W/P"],
    ]],
    ["Fields", [
        ["title:election", "in the title"],
        ['person:"Barack Obama"', "a person, however the article names them"],
        ['org:"United Nations"', "an organisation"],
        ["place:Iraq", "a country and every place in it, or any other place"],
        ["source:reuters", "also author:, section:, tag: and lang:"],
        ["PREFER(place:Iraq) oil", "the best hits with it come first; none is left out"],
        ["date:2024-01..2024-03", "of these days; also 2024, 2024-01-24, today, -7d"],
        ["date:>=2024", "of this date or later"],
    ]],
    ["How it is written", [
        ["ATLEAST3(oil)", "so often in the article"],
        ["CAPS(us)", "with a capital letter in it; ALLCAPS(us) all of them, NOCAPS(us) none"],
        ["LEAD(oil)", "in the first three sentences; HLEAD(oil) in those or in the title"],
    ]],
];

const keys = [
    ["/", "search box"], ["j  k", "next and previous hit; arrows do the same in a list"], ["Enter", "open it"],
    ["Esc", "close, or back to the results"], ["?", "this help"],
    ["↑  ↓", "from one value of a list, or place on the map, to the next"], ["→  ←", "to leaving a value out, and back"],
];

function fill(dialog) {
    const row = ([example, meaning]) => element("tr", {},
        element("th", { scope: "row" }, link_to(changed({ filter: [], exclude: [] }, { q: example }), {}, element("code", {}, example))),
        element("td", {}, meaning));
    dialog.append(
        element("div", { class: "help-head" }, element("h2", { id: "help-title" }, "How to ask"),
            element("button", { type: "button", class: "plain", on: { click: () => dialog.close() } }, "Close")),
        element("p", {}, "Operators are in capital letters; and, or, near are words. Nothing needs to be closed or right: " +
            "a query is read as well as it can be, and the page says how. Choose an example to try it."),
        element("div", { class: "help-columns" },
            operators.map(([title, rows]) => element("section", {}, element("h3", {}, title), element("table", {}, rows.map(row)))),
            element("section", {}, element("h3", {}, "Keys"), element("table", {},
                keys.map(([key, meaning]) => element("tr", {},
                    element("th", { scope: "row" }, key.split("  ").map((each) => element("kbd", {}, each))),
                    element("td", {}, meaning)))),
                element("p", { class: "hint" }, "The map's outline is from Natural Earth."))));
}

// Gives what opens it; it is made when it is opened first.
export function set_up_help() {
    const dialog = document.getElementById("help");
    function open() {
        if (!dialog.hasChildNodes()) fill(dialog);
        dialog.showModal();
    }
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    document.getElementById("open-help").addEventListener("click", open);
    return open;
}
