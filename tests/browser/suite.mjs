// What the tests of the page share: a server, a browser, and what must hold in each.
//
//     node X_test.mjs INDEXER SEARCHER SAMPLE     makes an index of SAMPLE and serves it
//     node X_test.mjs --base URL                  takes a server that runs
//
// Ends with status 77, which is "skipped", when there is no Chromium. ONLY=TEXT runs the tests with TEXT in the name.
import assert from "node:assert/strict";

import { Browser, find_chromium } from "./chromium.mjs";
import { can_serve, serve } from "./server.mjs";

// Expressions for the page: that all is shown that was asked for, and where it is.
export const settled = "document.querySelector('[aria-busy]') === null && document.querySelector('.hit:not(.waiting), .nothing, .problem') !== null";
export const count = "document.getElementById('count').textContent";
export const address = "location.pathname + location.search";

function skip(why) {
    console.log(`skipped: ${why}`);
    process.exit(77);
}

// `options` and `files` are the server's. opened() gives a page that has settled, with `script` run before its own;
// run() runs the tests and ends the process.
export async function start(options = [], files = {}) {
    const is_given = process.argv[2] === "--base";
    const chromium = find_chromium();
    if (!chromium) skip("there is no Chromium here (package chromium)");
    if (!is_given && !can_serve(process.argv[3])) skip("this searcher has no command serve");
    const server = is_given ? { base: process.argv[3], stop() {} } : await serve(...process.argv.slice(2, 5), options, files);
    const browser = await Browser.start(chromium);

    // One tab for all: a new one costs as much as what is tested in it. After a failure another one is taken.
    let tab = null;

    async function opened(path, width = 1280, until = settled, script = "") {
        if (tab) await tab.clear(width);
        else tab = await browser.page(width);
        await tab.open(server.base + path, script);
        await tab.until(until);
        return tab;
    }

    async function passes(name, test) {
        const begin = performance.now();
        const told = () => `${name} (${(performance.now() - begin).toFixed(0)} ms)`;
        try {
            const page = await test();
            assert.deepEqual(page.complaints(), [], "the browser complained");
            const elsewhere = page.addresses().filter((each) => !each.startsWith(`${server.base}/`) && !/^(data|about|blob):/.test(each));
            assert.deepEqual(elsewhere, [], "another server was asked");
            console.log(`ok: ${told()}`);
            return true;
        } catch (error) {
            tab = null;
            console.log(`FAILED: ${told()}\n${error.stack}`);
            return false;
        }
    }

    async function run(tests) {
        let failed = 0;
        for (const [name, test] of Object.entries(tests)) {
            if (name.includes(process.env.ONLY ?? "") && !await passes(name, test)) ++failed;
        }
        await browser.stop();
        await server.stop();
        process.exit(failed > 0 ? 1 : 0);
    }

    return { server, opened, run };
}
