// The search box: completions under it, taken with arrows and Enter or by pointing.
import { announce } from "./announce.js";
import { suggest } from "./api.js";
import { element } from "./dom.js";
import { count, number } from "./format.js";

const pause = 90;  // milliseconds without a key before the server is asked
const query_fields = { person: "person", organisation: "org", place: "place" };

// The beginnings that may be meant: the last two words and the last word, with where each begins.
function tails(text) {
    const open = text.match(/(^|[\s(])(?:(?:person|org|place):)?"?((?:[^\s"():]+\s)?[^\s"():]+)$/);
    if (!open) return [];
    const whole = { begin: open.index + open[1].length, prefix: open[2] };
    const space = open[2].indexOf(" ");
    if (space < 0) return [whole];
    const last = { begin: text.length - (open[2].length - space - 1), prefix: open[2].slice(space + 1) };
    return [whole, last];
}

async function completions(text, signal) {
    const answers = await Promise.all(tails(text).filter((tail) => tail.prefix.length > 1)
        .map(async (tail) => [tail, await suggest(tail.prefix, signal)]));
    const entities = [];
    const words = [];
    const known = new Set();
    const add = (list, key, option) => {
        if (!known.has(key)) list.push(option);
        known.add(key);
    };
    for (const [{ begin }, answer] of answers) {
        const before = text.slice(0, begin);
        for (const each of answer.entities) {
            const name = query_fields[each.field] ?? each.field;
            add(entities, `${each.field}=${each.text}`,
                { ...each, result: `${before}${name}:"${each.text.replaceAll('"', "")}" `, complete: true });
        }
        for (const each of answer.words) add(words, each.text, { ...each, result: `${before}${each.text} ` });
    }
    return [...entities.slice(0, 6), ...words.slice(0, 4)];
}

// `submit` takes the text to search for.
export function set_up_search_box(submit) {
    const form = document.getElementById("search");
    const input = document.getElementById("query");
    const list = document.getElementById("completions");
    const clear = document.getElementById("clear");
    let options = [];
    let active = -1;
    let timer = 0;
    let request = null;

    function close() {
        clearTimeout(timer);
        request?.abort();
        options = [];
        active = -1;
        list.hidden = true;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
    }

    function take(option) {
        input.value = option.result;
        close();
        if (option.complete) submit(input.value.trim());
        else input.focus();
    }

    function point_at(index) {
        list.children[active]?.setAttribute("aria-selected", "false");
        active = index;
        const chosen = list.children[active];
        chosen?.setAttribute("aria-selected", "true");
        if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
        else input.removeAttribute("aria-activedescendant");
    }

    function show(found) {
        options = found;
        active = -1;
        list.replaceChildren(...options.map((option, i) => element("li", {
            id: `completion-${i}`, role: "option", "aria-selected": "false",
            on: { pointerdown: (event) => { event.preventDefault(); take(option); } },
        }, element("span", { class: "text" }, option.text),
        element("span", { class: "kind" }, option.field ?? "word"),
        element("span", { class: "number" }, number(option.articles)))));
        list.hidden = options.length === 0;
        input.setAttribute("aria-expanded", String(options.length > 0));
        if (options.length > 0) announce(`${count(options.length, "completion")}; the arrows choose one`);
    }

    async function ask() {
        request?.abort();
        request = new AbortController();
        const { signal } = request;
        try {
            const found = await completions(input.value.slice(0, input.selectionStart), signal);
            if (!signal.aborted && document.activeElement === input) show(found);
        } catch {
            if (!signal.aborted) close();  // the search itself will say what is wrong
        }
    }

    input.addEventListener("input", () => {
        clear.hidden = input.value === "";
        clearTimeout(timer);
        timer = setTimeout(ask, pause);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && options.length > 0) {
            event.preventDefault();
            const places = options.length + 1;  // the box itself is one of them, before the first
            point_at((active + 1 + step + places) % places - 1);
        } else if (event.key === "Enter" && active >= 0) {
            event.preventDefault();
            take(options[active]);
        } else if (event.key === "Escape") {
            if (list.hidden) input.blur();
            else close();
            event.stopPropagation();
        }
    });
    clear.addEventListener("click", () => {
        set("");
        input.focus();
    });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        input.blur();  // which closes the completions
        submit(input.value.trim());
    });

    function set(text) {
        if (input.value !== text) input.value = text;
        clear.hidden = input.value === "";
    }
    return { set, focus: () => { input.focus(); input.select(); } };
}
