// The search page in real Chromium: what a reader does. Run as suite.mjs says.
import assert from "node:assert/strict";

import { address, count, settled, start } from "./suite.mjs";

const { server, opened, run } = await start();

await run({
    async "types, completes and searches"() {
        const page = await opened("/");
        await page.press("/", "Slash");
        await page.type("saddam h");
        await page.until("!document.getElementById('completions').hidden");
        await page.press("ArrowDown");
        assert.equal(await page.run("document.getElementById('query').getAttribute('aria-activedescendant')"), "completion-0");
        await page.press("Enter");
        await page.until(`${address}.includes('q=person')`);
        await page.until(`${settled} && ${count} === "4 articles"`);
        assert.match(await page.run("document.getElementById('query').value"), /^person:"Saddam Hussein"$/);
        assert.match(await page.run("document.getElementById('announcement').textContent"), /^4 articles/);
        return page;
    },

    async "completes names of several words, after others and within quotation marks"() {
        const page = await opened("/");
        const first = "document.querySelector('#completions:not([hidden]) .text')?.textContent";
        const kinds = "[...document.querySelectorAll('#completions .kind')].map((each) => each.textContent)";
        for (const [typed, result] of [["iraq united nations sec", `iraq org:"United Nations Security Council"`],
            ['org:"united nations security c', 'org:"United Nations Security Council"']]) {
            await page.run("document.getElementById('query').value = ''");
            await page.click("#query");
            await page.type(typed);
            await page.until(`${first} === "United Nations Security Council"`);
            if (typed.startsWith("org")) assert.ok((await page.run(kinds)).every((each) => each === "organisation" || each === "word"));
            await page.press("ArrowDown");
            await page.press("Enter");
            await page.until(`document.getElementById("query").value === ${JSON.stringify(result)}`);
        }
        await page.run("document.getElementById('query').value = ''");
        await page.click("#query");
        await page.type("united nations spe");
        await page.until(`${first}?.startsWith("UNSCOM") && document.querySelector("#completions .alias").textContent.includes("special commission")`);
        await page.run("document.getElementById('query').value = ''");
        await page.click("#query");
        await page.type('"a war that united nations security coun');
        await page.until(`${first}?.startsWith("coun") && ${kinds}.every((each) => each === "word")`);  // no names within a phrase
        return page;
    },

    async "chooses several facet values"() {
        const page = await opened("/?q=Iraq");
        for (const value of ["person=Muhammad Al-Sudani", "person=Saddam Hussein"]) {
            await page.click(`[data-key="${value}"]`);
            await page.until(`${settled} && document.querySelector('[data-key="${value}"]').checked && ${address}.includes('${value.split(" ")[1]}')`);
            assert.equal(await page.run("document.activeElement.dataset.key"), value, "the focus stays");
        }
        // Either of the two: more than have the second one, fewer than all.
        assert.ok(Number.parseInt(await page.run(count)) > 4 && Number.parseInt(await page.run(count)) < 15);
        assert.equal(await page.run("document.querySelectorAll('.chosen-filter').length"), 2);
        await page.click(".all-off");
        await page.until(`${settled} && ${count} === '13 stories in 15 articles'`);
        return page;
    },

    async "looks into places"() {
        const page = await opened("/?q=sanctions");
        await page.click('[data-key="place=Iraq"]');
        await page.until("document.querySelector('.facet.place ul ul input')");
        await page.click(".facet.place ul ul input");
        await page.until(`${settled} && !document.querySelector('[data-key="place=Iraq"]').checked`);
        assert.equal(await page.run("new URLSearchParams(location.search).getAll('filter').length"), 1);
        return page;
    },

    async "brushes the timeline"() {
        const page = await opened("/?q=Iraq");
        const [x, y, width] = await page.run(`(() => { const box = document.querySelector('.chart').getBoundingClientRect();
            return [box.x, box.y + box.height / 2, box.width]; })()`);
        await page.mouse("mousePressed", x + width * 0.8, y);
        await page.mouse("mouseMoved", x + width * 0.9, y);
        await page.mouse("mouseMoved", x + width - 2, y);
        await page.mouse("mouseReleased", x + width - 2, y);
        await page.until(`${address}.includes('from=') && ${address}.includes('to=')`);
        await page.until(`${settled} && ${count} !== '13 stories in 15 articles'`);
        assert.ok(Number.parseInt(await page.run(count)) > 0);
        return page;
    },

    async "opens an article and goes back to where it was"() {
        const page = await opened("/?q=Iraq");
        await page.press("j", "KeyJ");
        await page.press("j", "KeyJ");
        const title = await page.run("document.activeElement.textContent");
        await page.press("Enter");
        await page.until("document.querySelector('.body p')");
        assert.equal(await page.run("document.querySelector('.story h1').textContent"), title);
        assert.ok(await page.run("document.querySelectorAll('.body .mention').length") > 0);
        await page.until("document.querySelectorAll('.related .title').length > 0");
        await page.press("Escape");
        await page.until("!document.getElementById('results').hidden");
        assert.equal(await page.run(address), "/?q=Iraq");
        await page.run("history.forward()");
        await page.until("!document.getElementById('reader').hidden && document.querySelector('.body p')");
        await page.run("history.back()");
        await page.until("!document.getElementById('results').hidden");
        return page;
    },

    async "shows a link as it was copied"() {
        const page = await opened("/?q=Iraq&filter=person%3DSaddam+Hussein&sort=oldest");
        assert.equal(await page.run(count), "4 articles");
        assert.equal(await page.run("document.getElementById('sort').value"), "oldest");
        assert.ok(await page.run("document.querySelector('[data-key=\"person=Saddam Hussein\"]').checked"));
        return page;
    },

    async "says what it could not find or read"() {
        const page = await opened("/?q=xyzzyx");
        assert.ok(await page.run("document.querySelector('.nothing') !== null"));
        assert.match(await page.run("document.querySelector('.times').textContent"), /No dated articles/);
        assert.match(await page.run("document.getElementById('beside').textContent"), /No places to show[^]*no articles to measure/);
        await page.open(`${server.base}/?q=nofield:x`);
        await page.until("document.querySelector('.problem')");
        assert.match(await page.run("document.querySelector('.problem').textContent"), /no field/);
        page.events = page.events.filter((each) => each.method !== "Log.entryAdded");  // the refusal is logged
        return page;
    },

    async "takes nothing for markup"() {
        const page = await opened(`/?q=${encodeURIComponent("<img src=x onerror=document.title='bad'> Iraq")}`);
        assert.equal(await page.run("document.querySelectorAll('main img').length"), 0);
        return page;
    },

    async "explains every operator"() {
        const page = await opened("/");
        await page.press("?", "Slash");
        await page.until("document.getElementById('help').open");
        const text = await page.run("document.getElementById('help').textContent");
        for (const operator of ["AND", "OR", "NOT", "W/5", "NEAR/5", "PRE/2", "W/S", "W/P", "NOT W/5", "ATLEAST3", "CAPS",
            "ALLCAPS", "NOCAPS", "LEAD", "HLEAD", "PREFER", "title:", "person:", "org:", "place:", "source:", "author:",
            "section:", "tag:", "lang:", "date:", "econom*", "colo?r", "~2", "="]) assert.ok(text.includes(operator), operator);
        await page.press("Escape");
        await page.until("!document.getElementById('help').open");
        return page;
    },

    async "names the copies of a story when they are looked at"() {
        const page = await opened("/?q=Iraq");
        await page.run("document.querySelector('.copies summary').click()");
        await page.until("document.querySelector('.copies li .hint') !== null");
        const title = await page.run("document.querySelector('.copies').closest('.hit').querySelector('.title').textContent");
        assert.ok(title.length > 0 && (await page.run("document.querySelector('.copies li a').textContent")).includes(" "));
        return page;
    },

    async "can ask a server again that was away"() {
        const page = await opened("/?q=Iraq");
        await page.send("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
        await page.click(".facet.person input[type=checkbox]");
        await page.until("document.querySelector('.problem button')");
        assert.match(await page.run("document.querySelector('.problem').textContent"), /does not answer/);
        await page.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
        await page.click(".problem button");
        await page.until(`${settled} && document.querySelector('.hit') && !document.getElementById('results').classList.contains('failed')`);
        page.events = page.events.filter((each) => each.method !== "Log.entryAdded");  // the failure is logged
        return page;
    },

    async "says where what stands out could not be read, and reads it when asked again"() {
        const page = await opened("/?q=Iraq");
        await page.send("Network.setBlockedURLs", { urls: ["*significant=*"] });
        await page.click(".facet.person input[type=checkbox]");
        await page.until("document.querySelector('.unread button')");
        const beside = "document.getElementById('beside').textContent";
        assert.match(await page.run(beside), /could not be read/);
        assert.doesNotMatch(await page.run(beside), /Nothing does|No places/);
        assert.equal(await page.run("document.querySelectorAll('.map a').length"), 0, "no places of an earlier answer");
        assert.equal(await page.run("document.querySelector('.unread').getAttribute('role')"), "alert");
        await page.send("Network.setBlockedURLs", { urls: [] });
        await page.click(".unread button");
        await page.until(`${settled} && document.querySelector('.significant li') && document.querySelector('.map a')`);
        assert.equal(await page.run("document.querySelector('.unread')"), null);
        page.events = page.events.filter((each) => each.method !== "Log.entryAdded");  // the failure is logged
        return page;
    },

    async "fits a phone"() {
        const page = await opened("/?q=Iraq", 390);
        assert.ok(await page.run("document.documentElement.scrollWidth <= innerWidth"));
        assert.equal(await page.run("document.getElementById('narrowing').open"), false);
        await page.click("#narrowing summary");
        await page.until("document.getElementById('narrowing').open");
        return page;
    },

    async "has a theme of its own"() {
        const page = await opened("/");
        const paper = "getComputedStyle(document.body).backgroundColor";
        await page.dark(false);
        const light = await page.run(paper);
        await page.click("#theme");  // light
        await page.click("#theme");  // dark
        assert.notEqual(await page.run(paper), light);
        assert.equal(await page.run("localStorage.getItem('broadsheet-theme')"), "dark");
        await page.click("#theme");
        return page;
    },
});
