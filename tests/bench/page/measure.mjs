// Prints the median and the worst of RUNS runs, in milliseconds: measure.mjs SEARCHER INDEX RUNS. See run.
import { Browser, find_chromium } from "../../browser/chromium.mjs";
import { serve_index } from "../../browser/server.mjs";

const [searcher, index, runs] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const most = 200;  // milliseconds, for the first answer

// In the page, before its own scripts: when the first hit of each answer was painted, and when the reader last did
// something.
const watch = `window.painted = []; window.acted = 0;
    new PerformanceObserver((list) => { for (const each of list.getEntries()) window.painted.push(each.renderTime); })
        .observe({ type: "element", buffered: true });
    new MutationObserver(() => document.querySelector("#hits .hit h2")?.setAttribute("elementtiming", "first"))
        .observe(document, { childList: true, subtree: true });
    for (const name of ["keydown", "pointerdown"]) addEventListener(name, (event) => { window.acted = event.timeStamp; }, true);`;

const settled = "document.querySelector('[aria-busy]') === null && document.querySelector('.hit:not(.waiting), .nothing')";

async function words_of(base) {
    const words = new Set();
    for (const first of "abcdefghilmnoprstuvw") {
        for (const second of "aeiou") {
            const answer = await (await fetch(`${base}/api/v1/suggest?limit=4&q=${first}${second}`)).json();
            for (const each of answer.words) words.add(each.text);
        }
    }
    return [...words];
}

async function waited(page, before) {
    await page.until(`window.painted.length > ${before}`);
    return page.run("window.painted.at(-1) - window.acted");
}

const idle = () => new Promise((resolve) => { setTimeout(resolve, 500); });

// Milliseconds until the first answer in a new tab of a browser that runs and has nothing of the page, the answer to a
// second query, the answer to a filter, and the first one of another visit.
async function one_run(browser, base, words) {
    const page = await browser.page(1280, 900, undefined, ["Page"]);  // whatever else is told costs time
    await page.send("Network.clearBrowserCache");
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: watch });
    await idle();
    await page.open(`${base}/?q=${encodeURIComponent(words[0])}`);
    const first = await waited(page, 0);
    await page.until(settled);
    await page.click("#query");
    await page.run("document.getElementById('query').select()");
    await page.type(words[1]);
    const before_second = await page.run("window.painted.length");
    await page.press("Enter");
    const second = await waited(page, before_second);
    await page.until(settled);
    const before_filter = await page.run("window.painted.length");
    await page.click(".facet input[type=checkbox]");
    const filter = await waited(page, before_filter);
    await page.until(settled);
    await page.open(`${base}/?q=${encodeURIComponent(words[2])}`);
    await page.until(`location.search.endsWith(${JSON.stringify(encodeURIComponent(words[2]))})`);
    const again = await waited(page, 0);
    await page.send("Page.close");
    return { first, second, filter, again };
}

function summary(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const median = sorted[Math.floor((sorted.length - 1) / 2)];
    return `median ${median.toFixed(0)}, worst ${sorted.at(-1).toFixed(0)}`;
}

const server = await serve_index(searcher, index);
const browser = await Browser.start(find_chromium());
const words = await words_of(server.base);
await one_run(browser, server.base, words);  // a browser is busy with itself when it has just started
const all = [];
for (let i = 0; i < runs; ++i) all.push(await one_run(browser, server.base, [0, 1, 2].map((part) => words[(i * 3 + part + 3) % words.length])));
await browser.stop();
await server.stop();
console.log(`${runs} runs; milliseconds until the first hit is painted`);
console.log(`first answer, from the navigation: ${summary(all.map((each) => each.first))} (at most ${most})`);
console.log(`the same when the page was read before: ${summary(all.map((each) => each.again))}`);
console.log(`another query, from Enter:         ${summary(all.map((each) => each.second))}`);
console.log(`a filter, from the click:          ${summary(all.map((each) => each.filter))}`);
