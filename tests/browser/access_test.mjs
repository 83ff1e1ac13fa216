// The page for those who use a keyboard, a screen reader, or need contrast or quiet. Run as suite.mjs says.
import assert from "node:assert/strict";

import { contrast_of } from "./contrast.mjs";
import { address, settled, start } from "./suite.mjs";

const { opened, run } = await start();
const least_contrast = 4.5;

// The screens of the page, each as what is done to come to it.
const screens = {
    "the start": (width) => opened("/", width),
    "results with filters": (width) =>
        opened("/?q=Iraq&filter=place%3DIraq&filter=person%3DSaddam+Hussein&exclude=source%3DNobody&from=2000-01-01", width),
    "nothing found": (width) => opened("/?q=xyzzyx&filter=place%3DIraq", width),
    "a misspelt query": (width) => opened("/?q=presidnet+sanctoins", width),
    "an article": async (width) => {
        const page = await opened("/?q=Iraq", width);
        await page.run("document.querySelector('.hits .title').click()");
        await page.until("document.querySelectorAll('.related .title').length > 0");
        return page;
    },
    "a refused query": async (width) => refused(await opened("/?q=nofield:x", width)),
    "no such article": async (width) => refused(await opened("/?article=nobody", width, "document.querySelector('.problem')")),
    "completions": async (width) => {
        const page = await opened("/", width);
        await page.click("#query");
        await page.type("saddam h");
        await page.until("!document.getElementById('completions').hidden");
        await page.press("ArrowDown");
        return page;
    },
    "help": async (width) => {
        const page = await opened("/", width);
        await page.click("#open-help");
        return page;
    },
    "the question for a key": async (width) => {
        const page = await opened("/", width);
        await page.run("document.getElementById('key-wrong').textContent = 'No.'; document.getElementById('ask-key').showModal()");
        return page;
    },
    "all unfolded": async (width) => {
        const page = await opened("/?q=Iraq", width);
        await page.run("document.querySelectorAll('details').forEach((each) => { each.open = true; }); document.querySelector('.more:not(.away)').click()");
        await page.until("document.querySelector('.values.long')");
        return page;
    },
};

// What a server refuses is logged by the browser.
function refused(page) {
    page.events = page.events.filter(({ method }) => method !== "Log.entryAdded");
    return page;
}

const interactive = new Set(["button", "link", "checkbox", "radio", "textbox", "searchbox", "combobox", "listbox", "option",
    "Date", "DisclosureTriangle", "dialog", "menuitem", "tab", "slider", "spinbutton"]);

function text_of(value) {
    return String(value?.value ?? "").trim();
}

async function unnamed_nodes(page) {
    await page.send("Accessibility.enable");
    const { nodes } = await page.send("Accessibility.getFullAXTree");
    const is_browsers_own = (node) => text_of(node.role) === "MenuListPopup";  // within a select
    const is_focusable = (node) => !is_browsers_own(node) && node.properties?.some(({ name, value }) => name === "focusable" && value.value === true);
    const to_be_named = nodes.filter((node) => !node.ignored && text_of(node.role) !== "RootWebArea"
        && (interactive.has(text_of(node.role)) || is_focusable(node)));
    assert.ok(to_be_named.length > 3, "the tree has nodes");
    return to_be_named.filter((node) => text_of(node.name) === "").map((node) => `${text_of(node.role)} ${node.nodeId}`);
}

// What Tab should reach, in the order of the document; the map is one stop.
const reachable = `[...document.querySelectorAll("a[href], button, input, select, summary")].filter((each) =>
    each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest("dialog"))`;

const in_focus = `(() => { const each = document.activeElement; const style = getComputedStyle(each); const box = each.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return { at: (window.order ?? []).indexOf(each), name: each.outerHTML.slice(0, 120), ring,
        seen: style.opacity > 0.5 && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth }; })()`;

async function tab_through(page) {
    await page.run(`window.order = ${reachable}`);
    const expected = await page.run("window.order.length");
    await page.run("window.order[0].focus({ focusVisible: true })");
    const met = [];
    for (let i = 0; i < expected * 2 + 10; ++i) {
        if (i > 0) await page.press("Tab");
        const focus = await page.run(in_focus);
        if (focus.at < 0 || focus.at === met[0]) break;
        if (focus.at !== met.at(-1)) met.push(focus.at);  // a date has a stop for each of its parts
        assert.ok(focus.ring, `no ring around ${focus.name}`);
        assert.ok(focus.seen, `out of sight: ${focus.name}`);
    }
    assert.deepEqual(met, Array.from({ length: expected }, (_, i) => i), "in the order of the page, and all of it");
}

const tests = {};
for (const [name, come_to] of Object.entries(screens)) {
    tests[`names whatever can be used: ${name}`] = async () => {
        const page = await come_to(1280);
        assert.deepEqual(await unnamed_nodes(page), []);
        return page;
    };
    tests[`has contrast in both themes: ${name}`] = async () => {
        const page = await come_to(390);
        for (const is_dark of [false, true]) {
            await page.dark(is_dark);
            const { texts, weak } = await contrast_of(page, least_contrast);
            assert.ok(texts > 3, "there is text");
            assert.deepEqual(weak, [], is_dark ? "dark" : "light");
        }
        return page;
    };
}

await run({
    ...tests,

    async "reaches everything by Tab, in order and in sight"() {
        const page = await opened("/?q=Iraq&filter=place%3DIraq");
        await tab_through(page);
        return page;
    },

    async "reaches everything on a phone and in an article"() {
        const page = await opened("/?q=saddam", 390);
        await page.run("document.getElementById('insights').open = true");
        await page.run(`document.querySelector(".hits .title").click()`);
        await page.until("document.querySelectorAll('.related .title').length > 0");
        await tab_through(page);
        return page;
    },

    async "skips to the articles and to what is beside them"() {
        const page = await opened("/?q=Iraq");
        await page.press("Tab");
        assert.equal(await page.run("document.activeElement.textContent"), "Skip to the articles");
        assert.ok((await page.run(in_focus)).seen);
        await page.press("Enter");
        await page.press("Tab");
        assert.ok(await page.run("document.activeElement.closest('#found') !== null"));
        assert.equal(await page.run(address), "/?q=Iraq");
        await page.run("document.querySelector('.skip').focus()");
        await page.press("Tab");
        assert.equal(await page.run("document.activeElement.textContent"), "Skip to places and what stands out");
        await page.press("Enter");
        await page.press("Tab");
        assert.ok(await page.run("document.activeElement.closest('.map') !== null"));
        return page;
    },

    async "reads in the order in which it is seen, however wide it is"() {
        const page = await opened("/?q=Iraq", 1280);
        for (const [width, axis] of [[1280, "x"], [1100, "y"], [390, "y"]]) {
            await page.resize(width, 900);
            await page.run("new Promise(requestAnimationFrame)");
            const parts = await page.run(`[...document.querySelectorAll("#results > .found, #results > .insights")].map((each) =>
                each.getBoundingClientRect().${axis})`);
            assert.ok(parts[0] < parts[1], `${width} pixels wide: ${parts}`);
        }
        return page;
    },

    async "has one stop for each facet, and arrows within"() {
        const page = await opened("/?q=Iraq");
        const stops = await page.run(`[...document.querySelectorAll(".facet:not([hidden]) .values")].map((list) =>
            [...list.querySelectorAll("input, button")].filter((each) => each.tabIndex >= 0).length)`);
        assert.ok(stops.length > 3 && stops.every((each) => each === 1), `${stops}`);
        const keys = await page.run("[...document.querySelectorAll('.facet.person .value input')].map((each) => each.dataset.key)");
        const at = "document.activeElement.dataset.key";
        await page.run("document.querySelector('.facet.person .value input').focus({ focusVisible: true })");
        await page.press("ArrowDown");
        assert.equal(await page.run(at), keys[1]);
        await page.press("ArrowRight");
        assert.equal(await page.run(at), `not ${keys[1]}`);
        assert.ok((await page.run(in_focus)).seen, "what leaves it out is seen");
        await page.press("ArrowDown");
        assert.equal(await page.run(at), `not ${keys[2]}`);
        await page.press("ArrowLeft");
        assert.equal(await page.run(at), keys[2]);
        await page.press("End");
        assert.equal(await page.run(at), keys.at(-1));
        await page.press("ArrowDown");
        assert.equal(await page.run(at), keys.at(-1), "it does not go round");
        await page.press("Home");
        await page.press("ArrowDown");
        await page.press(" ", "Space");
        await page.until(`${settled} && ${address}.includes("filter=person")`);
        assert.equal(await page.run(at), keys[1], "the focus stays");
        await page.press("Tab");
        assert.equal(await page.run("document.activeElement.closest('.facet.person .values')"), null, "Tab leaves the list");
        await page.send("Input.dispatchKeyEvent", { type: "keyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9, modifiers: 8 });
        assert.equal(await page.run(at), keys[1], "and comes back to where it was");
        return page;
    },

    async "walks the map with arrows"() {
        const page = await opened("/?q=Iraq");
        await page.until("document.querySelectorAll('.map a').length > 2");
        assert.equal(await page.run("document.querySelectorAll('.map a[tabindex=\"0\"]').length"), 1);
        await page.run("document.querySelector('.map a').focus()");
        await page.press("ArrowRight");
        await page.press("ArrowDown");
        assert.equal(await page.run("[...document.querySelectorAll('.map a')].indexOf(document.activeElement)"), 2);
        await page.press("ArrowLeft");
        const name = await page.run("document.activeElement.getAttribute('aria-label')");
        await page.press("Enter");
        await page.until(`${address}.includes('filter=place')`);
        assert.ok((await page.run("new URLSearchParams(location.search).get('filter')")).endsWith(name.split(":")[0]));
        return page;
    },

    async "closes with Escape, and the focus goes back"() {
        const page = await opened("/?q=Iraq");
        await page.run("document.getElementById('open-help').focus()");
        await page.press("Enter");
        await page.until("document.getElementById('help').open");
        await page.press("Escape");
        await page.until("!document.getElementById('help').open");
        assert.equal(await page.run("document.activeElement.id"), "open-help");
        await page.click(".more:not(.away)");
        await page.until("document.activeElement.matches('.find')");
        await page.press("Escape");
        assert.equal(await page.run("document.activeElement.getAttribute('aria-expanded')"), "false");
        await page.click("#query");
        await page.run("document.getElementById('query').select()");
        await page.type("saddam h");
        await page.until("!document.getElementById('completions').hidden");
        await page.press("Escape");
        assert.equal(await page.run("document.activeElement.id + document.getElementById('completions').hidden"), "querytrue");
        return page;
    },

    async "goes round the completions with arrows"() {
        const page = await opened("/");
        await page.click("#query");
        await page.type("saddam h");
        await page.until("!document.getElementById('completions').hidden");
        const active = "document.getElementById('query').getAttribute('aria-activedescendant')";
        const number = await page.run("document.querySelectorAll('#completions li').length");
        assert.match(await page.run("document.getElementById('announcement').textContent"), new RegExp(`^${number} completion`));
        await page.press("ArrowUp");
        assert.equal(await page.run(active), `completion-${number - 1}`);
        await page.press("ArrowDown");
        assert.equal(await page.run(active), null);
        assert.equal(await page.run("document.getElementById('query').getAttribute('aria-expanded')"), "true");
        return page;
    },

    async "has landmarks, one main heading, and says what was found"() {
        const page = await opened("/?q=Iraq");
        await page.send("Accessibility.enable");
        const { nodes } = await page.send("Accessibility.getFullAXTree");
        const roles = nodes.filter((node) => !node.ignored).map((node) => text_of(node.role));
        for (const role of ["banner", "search", "main", "complementary", "status"]) assert.ok(roles.includes(role), role);
        assert.equal(await page.run("[...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).length"), 1);
        assert.equal(await page.run("document.getElementById('announcement').getAttribute('aria-live')"), "polite");
        const said = "document.getElementById('announcement').textContent";
        assert.equal(await page.run(said), "13 stories in 15 articles for Iraq");
        await page.click(".facet.person input[type=checkbox]");
        await page.until(`${settled} && /^\\d+ articles? for Iraq$/.test(${said})`);
        return page;
    },

    async "moves nothing for those who want it still"() {
        const page = await opened("/?q=Iraq");
        await page.prefer({ "prefers-reduced-motion": "reduce" });
        await page.run("document.getElementById('results').setAttribute('aria-busy', 'true')");
        const moving = await page.run(`[...document.querySelectorAll("*")].filter((each) => { const style = getComputedStyle(each);
            return style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0)
                || style.scrollBehavior === "smooth"; }).length + document.getAnimations().length`);
        assert.equal(moving, 0);
        return page;
    },
});
