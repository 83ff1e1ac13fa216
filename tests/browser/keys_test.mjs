// A server that asks for a key, as a reader meets it. Run as suite.mjs says, but always with a server of its own.
import assert from "node:assert/strict";

import { address, count, settled, start } from "./suite.mjs";

const key = "a-key-that-is-long-enough";
const { opened, run } = await start(["--api-key-file", "{keys}"], { keys: `reader ${key}\n` });

const asks = "document.getElementById('ask-key').open";
const wrong = "document.getElementById('key-wrong').textContent";

async function give(page, text) {
    await page.run("document.getElementById('key').value = ''");
    await page.type(text);
    await page.press("Enter");
}

// The refusals are logged by the browser, and are what this is about.
function without_refusals(page) {
    page.events = page.events.filter(({ method, params }) => method !== "Log.entryAdded" || !params.entry.text.includes("401"));
    return page;
}

async function opened_with_key(path) {
    const page = await opened(path, 1280, asks);
    await give(page, key);
    await page.until(settled);
    return page;
}

await run({
    async "asks once, refuses a wrong key and takes the right one"() {
        const page = await opened("/?q=Iraq", 1280, asks);
        assert.equal(await page.run("document.activeElement.id"), "key", "the cursor is in the field");
        await give(page, "with spaces in it");
        await page.until(`${wrong} !== ''`);
        assert.ok(await page.run(asks));
        await give(page, "not-the-key-of-anybody");
        await page.until(`${asks} && ${wrong}.includes('does not know')`);
        await give(page, key);
        await page.until(`!${asks} && ${settled} && ${count} === '13 stories in 15 articles'`);
        await page.until("document.querySelector('#significant section')");
        const sent = page.events.filter(({ method, params }) => method === "Network.requestWillBeSent" && params.request.url.includes("/api/"))
            .map(({ params }) => params.request.headers.Authorization);
        assert.equal(sent.at(-1), `Bearer ${key}`);
        assert.ok(page.addresses().every((each) => !each.includes(key)), "no key in an address");
        return without_refusals(page);
    },

    async "keeps the key for this tab only, until it is forgotten"() {
        const page = await opened_with_key("/?q=Iraq");
        assert.equal(await page.run("Object.values(sessionStorage).join()"), key);
        assert.equal(await page.run("JSON.stringify(localStorage).includes('" + key + "') || document.cookie !== ''"), false);
        assert.equal(await page.run("document.getElementById('key').value"), "", "nor in the form");
        await page.run("window.is_old = true; location.reload()");
        await page.until(`!window.is_old && ${settled} && ${count} === '13 stories in 15 articles'`);
        await page.click("#forget-key");
        await page.until(asks);
        assert.equal(await page.run("sessionStorage.length"), 0);
        await page.press("Escape");
        await page.until("document.querySelector('.problem button') !== null");
        assert.equal(await page.run("document.querySelectorAll('.hit').length"), 0, "nothing is left to read");
        assert.ok(await page.run("document.getElementById('forget-key').hidden"));
        await page.click(".problem button");
        await page.until(asks);
        return without_refusals(page);
    },

    async "does without a key where none is given, and asks nobody who types"() {
        const page = await opened("/", 1280, asks);
        await page.press("Escape");
        await page.until("document.querySelector('.problem') !== null");
        assert.match(await page.run("document.querySelector('.problem').textContent"), /key/);
        await page.click("#query");
        await page.type("sadd");
        await page.until("performance.getEntriesByType('resource').some((each) => each.name.includes('/suggest'))");
        assert.equal(await page.run(asks), false);
        return without_refusals(page);
    },

    async "takes the key to articles and to what is saved"() {
        const page = await opened_with_key("/?q=Iraq");
        await page.click(".hits .title");
        await page.until("document.querySelector('.body p')");
        assert.ok((await page.run(address)).includes("article="));
        await page.run(`window.saved = []; HTMLAnchorElement.prototype.click = function() { window.saved.push([this.download, this.href]); }`);
        await page.click("a[data-download=original]");
        await page.until("window.saved.length === 1");
        const [name, from] = await page.run("window.saved[0]");
        assert.equal(name, "original");
        assert.match(from, /^blob:/);
        return without_refusals(page);
    },
});
