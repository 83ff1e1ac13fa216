// The first view of the page: one document with the first answer in it, painted before anything else is done. Run as
// suite.mjs says.
import assert from "node:assert/strict";
import { createServer } from "node:http";

import { address, settled, start } from "./suite.mjs";

const { server, opened, run } = await start();

// The server as it is when the first answer takes long: the page stops where the answer would stand until release().
async function with_slow_answer(test) {
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    const slow = createServer(async (request, response) => {
        const answer = await fetch(server.base + request.url);
        const type = answer.headers.get("content-type");
        const policy = answer.headers.get("content-security-policy");
        response.writeHead(answer.status, { "content-type": type, ...policy && { "content-security-policy": policy } });
        const bytes = Buffer.from(await answer.arrayBuffer());
        const end = type.startsWith("text/html") ? bytes.indexOf('<script type="application/json"') : bytes.length;
        response.write(bytes.subarray(0, end));
        if (end < bytes.length) await released;
        response.end(bytes.subarray(end));
    });
    await new Promise((resolve) => slow.listen(0, "127.0.0.1", resolve));
    try {
        return await test(`http://127.0.0.1:${slow.address().port}`, release);
    } finally {
        release();
        slow.close();
    }
}

await run({
    async "takes few bytes for the first view"() {
        const page = await opened("/healthz", 390, "location.pathname === '/healthz'");
        await page.send("Network.setCacheDisabled", { cacheDisabled: true });
        page.events = [];
        await page.open(`${server.base}/?q=Iraq`);
        await page.until("performance.getEntriesByType('resource').some((each) => each.name.endsWith('world.svg') && each.responseEnd > 0)");
        const told = (name) => page.events.filter(({ method }) => method === `Network.${name}`).map(({ params }) => params);
        const asked = new Set(told("requestWillBeSent").map((each) => each.requestId));  // not what came before
        const sizes = told("loadingFinished").filter((each) => asked.has(each.requestId)).map((each) => each.encodedDataLength);
        const sum = sizes.reduce((all, each) => all + each, 0);
        console.log(`    the first view: ${sum} bytes in ${sizes.length} answers`);
        assert.ok(sizes.length >= 3 && sizes.length <= 5, "few requests, and all of them");
        assert.ok(sum < 150_000, `${sum} bytes`);
        return page;
    },

    async "has the first answer in it, or asks for it once"() {
        for (const path of ["/", "/?q=Iraq", "/?q=oil%20prices&filter=place%3DIraq&sort=newest", "/?q=Iraq&page=2", "/?q=", "/?q=a|b"]) {
            const page = await opened(path);
            const asked = page.addresses().filter((each) => each.includes("timeline=auto"));
            const is_foreseen = !/page=|q=$|\|/.test(path);
            assert.equal(asked.length, is_foreseen ? 0 : 1, path);
        }
        return await opened("/");
    },

    async "asks as the server foresees it"() {
        const page = await opened("/?q=Iraq");
        const written = await page.run("JSON.parse(document.getElementById('first-answer').textContent)");
        await page.run("document.getElementById('sort').value = 'newest'; document.getElementById('sort').dispatchEvent(new Event('change'))");
        await page.until(`${settled} && ${address}.includes("newest")`);
        const [asked] = page.addresses().filter((each) => each.includes("timeline=auto"));
        const answer = await (await fetch(asked.replace("&sort=newest", ""))).json();
        assert.deepEqual({ ...written, took_ms: 0 }, { ...answer, took_ms: 0 });
        return page;
    },

    async "shows as many hits as a screen has room for, then all"() {
        const watch = `window.seen = [];
            new MutationObserver(() => {
                const hits = document.querySelectorAll(".hit:not(.waiting)").length;
                if (hits > 0) window.seen.push({ hits, facets: document.querySelectorAll(".facet").length });
            }).observe(document, { childList: true, subtree: true });`;
        const page = await opened("/?q=Iraq", 1280, settled, watch);
        assert.deepEqual(await page.run("window.seen[0]"), { hits: 6, facets: 0 });
        const [ranks, shown] = await page.run(`[JSON.parse(document.getElementById("first-answer").textContent).hits.map((each) => each.title),
            [...document.querySelectorAll(".hit .title")].map((each) => each.textContent)]`);
        assert.ok(ranks.length > 6);
        assert.deepEqual(shown, ranks);
        assert.ok(await page.run("document.querySelector('.exports') !== null"));
        return page;
    },

    async "shows grey lines while the first answer is made, and then the answer"() {
        const page = await opened("/healthz", 1280, "location.pathname === '/healthz'");
        await with_slow_answer(async (base, release) => {
            await page.open(`${base}/?q=Iraq`);
            await page.until("document.querySelector('.hit.waiting') && performance.getEntriesByType('paint').length > 0");
            assert.equal(await page.run("document.getElementById('first-answer')"), null, "the page has no end yet");
            release();
            await page.until(settled);
            assert.ok(await page.run("document.querySelectorAll('.hit').length > 6"));
        });
        assert.deepEqual(page.complaints(), []);
        page.events = [];  // the other server is meant
        return page;
    },
});
