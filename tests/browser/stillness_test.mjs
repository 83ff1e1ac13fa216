// Nothing moves while filters are chosen: by the Layout Instability API, and what comes at once after a click counts too.
// Run as suite.mjs says.
import assert from "node:assert/strict";

import { address, settled, start } from "./suite.mjs";

const { opened, run } = await start();

const watch = `window.shifts = []; new PerformanceObserver((list) => {
    for (const each of list.getEntries()) window.shifts.push({ value: each.value, moved: each.sources.map(({ node, previousRect, currentRect }) =>
        (node?.id || node?.className?.baseVal || node?.className || node?.parentNode?.className || node?.nodeName) +
        " from " + JSON.stringify(previousRect) + " to " + JSON.stringify(currentRect)) });
}).observe({ type: "layout-shift", buffered: true });`;

// Two frames later whatever was to be painted is, and has been told.
const painted = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))";

// `action` is done to `selector`, which must stay under the pointer if it is there afterwards.
async function holds_still(page, what, selector) {
    const key = `document.querySelector(${JSON.stringify(selector)}).dataset.key ?? "none"`;
    const place_of = (name) => `(() => { const box = document.querySelector('[data-key="' + CSS.escape(${JSON.stringify(name)}) + '"]')
        ?.getBoundingClientRect(); return box ? [box.x, box.y] : null; })()`;
    await page.run(painted);
    const name = await page.run(key);
    const place = await page.run(place_of(name));
    await page.run("window.shifts.length = 0");
    const before = await page.run(address);
    await click(page, selector);
    await page.until(`${address} !== ${JSON.stringify(before)} && ${settled}`);
    await page.run(painted);
    assert.deepEqual(await page.run("window.shifts"), [], `shifted: ${what}`);
    assert.deepEqual(await page.run(place_of(name)), place, `went from under the pointer: ${what}`);
}

// Clicks what is in sight already, for scrolling is no shift of the page's making.
async function click(page, selector) {
    const [x, y, width, height] = await page.run(`(() => { const all = document.querySelector(${JSON.stringify(selector)});
        const box = all.getBoundingClientRect(); return [box.x, box.y, box.width, box.height]; })()`);
    await page.mouse("mousePressed", x + width / 2, y + height / 2);
    await page.mouse("mouseReleased", x + width / 2, y + height / 2);
}

async function show(page, selector) {
    await page.run(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: "center", behavior: "instant" })`);
    await page.run(painted);
}

// The first value of a facet that is, or is not, chosen.
const unchosen = (facet) => `.facet.${facet} input[type=checkbox]:not(:checked)`;
const chosen = (facet) => `.facet.${facet} input[type=checkbox]:checked`;

async function choose_everywhere(page, facets) {
    for (const facet of facets) {
        if (!await page.run(`document.querySelector(${JSON.stringify(unchosen(facet))}) !== null`)) continue;
        await show(page, unchosen(facet));
        await holds_still(page, `choosing in ${facet}`, unchosen(facet));
    }
    for (const facet of facets) {
        if (!await page.run(`document.querySelector(${JSON.stringify(chosen(facet))}) !== null`)) continue;
        await show(page, chosen(facet));
        await holds_still(page, `taking it back in ${facet}`, chosen(facet));
    }
}

const all = ["person", "organisation", "place", "source", "author", "tag"];
const tests = {};
for (const width of [1280, 1100, 390]) {
    for (const path of ["/", "/?q=Iraq", "/?q=sanctions&filter=place%3DIraq"]) {
        tests[`choosing at ${path}, ${width} pixels wide`] = async () => {
            const page = await opened(path, width, settled, watch);
            await page.run("document.getElementById('narrowing').open = true");
            await choose_everywhere(page, all);
            return page;
        };
    }

    tests[`leaving out, looking into a place and clearing, ${width} pixels wide`] = async () => {
        const page = await opened("/?q=sanctions", width, settled, watch);
        await page.run("document.getElementById('narrowing').open = true");
        await show(page, ".facet.source .not");
        await holds_still(page, "leaving out", ".facet.source .not");
        await show(page, unchosen("place"));
        await holds_still(page, "a place", unchosen("place"));
        await holds_still(page, "a place in it", ".facet.place ul ul input");
        await show(page, ".chosen-filter");
        await holds_still(page, "a chip", ".chosen-filter");
        return page;
    };

    tests[`the page comes up without moving, ${width} pixels wide`] = async () => {
        const page = await opened("/?q=Iraq&filter=place%3DIraq", width, settled, watch);
        await page.run(painted);
        assert.deepEqual(await page.run("window.shifts"), []);
        return page;
    };
}
await run(tests);
