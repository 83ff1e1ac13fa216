// Nothing moves while filters are chosen: by the Layout Instability API, and what comes at once after a click counts too.
// Run as suite.mjs says.
import assert from "node:assert/strict";

import { address, settled, start } from "./suite.mjs";

const { opened, run } = await start();

// painted() is over when whatever was to be painted is, two frames later, and what moved has been told.
const watch = `window.shifts = [];
{
    const tell = (entries) => {
        for (const each of entries) window.shifts.push({ value: each.value, moved: each.sources.map(({ node, previousRect, currentRect }) =>
            (node?.id || node?.className?.baseVal || node?.className || node?.parentNode?.className || node?.nodeName) +
            " from " + JSON.stringify(previousRect) + " to " + JSON.stringify(currentRect)) });
    };
    const observer = new PerformanceObserver((list) => tell(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    window.painted = async () => {
        await frame();
        await frame();
        tell(observer.takeRecords());
    };
}`;

// In the page: where the element with this data-key is, or null where none has it.
const place_of = `(name) => {
    const box = document.querySelector('[data-key="' + CSS.escape(name) + '"]')?.getBoundingClientRect();
    return box ? [box.x, box.y] : null;
}`;

// Clicks on `selector`, which must stay under the pointer if it has a key, and nothing must move. Where it `is_far` it is
// scrolled to before, for that is no shift of the page's making.
async function holds_still(page, what, selector, is_far = true) {
    const { name, place, before, middle } = await page.run(`(async () => {
        const it = document.querySelector(${JSON.stringify(selector)});
        if (${is_far}) it.scrollIntoView({ block: "center", behavior: "instant" });
        await window.painted();
        window.shifts.length = 0;
        const name = it.dataset.key ?? "none";
        const box = it.getBoundingClientRect();
        return { name, place: (${place_of})(name), before: ${address}, middle: [box.x + box.width / 2, box.y + box.height / 2] };
    })()`);
    await page.mouse("mousePressed", ...middle);
    await page.mouse("mouseReleased", ...middle);
    await page.until(`${address} !== ${JSON.stringify(before)} && ${settled}`);
    const after = await page.run(`window.painted().then(() => ({ shifts: window.shifts, place: (${place_of})(${JSON.stringify(name)}) }))`);
    assert.deepEqual(after.shifts, [], `shifted: ${what}`);
    assert.deepEqual(after.place, place, `went from under the pointer: ${what}`);
}

// The first value of a facet that is, or is not, chosen.
const unchosen = (facet) => `.facet.${facet} input[type=checkbox]:not(:checked)`;
const chosen = (facet) => `.facet.${facet} input[type=checkbox]:checked`;

async function choose_everywhere(page, facets) {
    const is_there = (selector) => page.run(`document.querySelector(${JSON.stringify(selector)}) !== null`);
    for (const facet of facets) {
        if (await is_there(unchosen(facet))) await holds_still(page, `choosing in ${facet}`, unchosen(facet));
    }
    for (const facet of facets) {
        if (await is_there(chosen(facet))) await holds_still(page, `taking it back in ${facet}`, chosen(facet));
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
        await holds_still(page, "leaving out", ".facet.source .not");
        await holds_still(page, "a place", unchosen("place"));
        await holds_still(page, "a place in it", ".facet.place ul ul input", false);
        await holds_still(page, "a chip", ".chosen-filter");
        return page;
    };

    tests[`the page comes up without moving, ${width} pixels wide`] = async () => {
        const page = await opened("/?q=Iraq&filter=place%3DIraq", width, settled, watch);
        assert.deepEqual(await page.run("window.painted().then(() => window.shifts)"), []);
        return page;
    };
}
await run(tests);
