// The search box: completions under it, taken with arrows and Enter or by pointing.
import { announce } from "./announce.js";
import { suggest } from "./api.js";
import { element } from "./dom.js";
import { count, number } from "./format.js";

const pause = 90;  // milliseconds without a key before the server is asked
const most_words = 4;  // of a name that are looked back at
const query_fields = { person: "person", organisation: "org", place: "place" };

// The beginnings that may be meant, with where each begins: the last words, most of them first. Within quotation marks
// there are no names but the one that begins with them, and after a field those of the field.
function tails(text) {
    const word = '[^\\s"():]+';
    const open = text.match(new RegExp(`(^|[\\s(])(?:(person|org|place):)?("?)((?:${word}\\s+){0,${most_words - 1}}${word})$`));
    if (!open) return [];
    const [, before, field, quote, words] = open;
    const is_quoted = text.split('"').length % 2 === 0;
    const whole = { begin: open.index + before.length, prefix: words, field, has_names: !is_quoted || quote !== "" };
    const later = [...words.matchAll(/\s+/g)].map(({ index, 0: blank }) => index + blank.length).map((at) =>
        ({ begin: text.length - words.length + at, prefix: words.slice(at), has_names: !is_quoted }));
    return [whole, ...later].filter(({ prefix }) => prefix.length > 1);
}

async function completions(text, signal) {
    const answers = await Promise.all(tails(text).map(async (tail) => [tail, await suggest(tail.prefix, signal)]));
    const entities = [];
    const words = [];
    const known = new Set();
    const add = (list, key, option) => {
        if (!known.has(key)) list.push(option);
        known.add(key);
    };
    for (const [{ begin, field, has_names }, answer] of answers) {
        const before = text.slice(0, begin);
        for (const each of has_names ? answer.entities : []) {
            const name = query_fields[each.field] ?? each.field;
            if (field && field !== name) continue;
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
        }, element("span", { class: "text" }, option.text, option.alias && element("span", { class: "alias" }, ` ${option.alias}`)),
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
