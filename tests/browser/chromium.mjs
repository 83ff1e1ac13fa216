// Headless Chromium over its DevTools protocol, through pipes: no packages are needed.
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 20000;  // milliseconds for anything that is waited for

function can_be_run(path) {
    try {
        accessSync(path, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

// The first browser that is installed, or null. It is looked for and not started: that takes a second.
export function find_chromium() {
    const folders = (process.env.PATH ?? "").split(":").filter(Boolean);
    const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
    const paths = names.flatMap((name) => name.includes("/") ? [name] : folders.map((folder) => join(folder, name)));
    return paths.find(can_be_run) ?? null;
}

export class Browser {
    static async start(program) {
        const browser = new Browser();
        browser.folder = mkdtempSync(join(tmpdir(), "broadsheet-browser-"));
        browser.process = spawn(program, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--hide-scrollbars", "--remote-debugging-pipe", `--user-data-dir=${browser.folder}`, "about:blank"],
            { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
        browser.number = 0;
        browser.waiting = new Map();
        browser.pages = new Map();
        let rest = "";
        browser.process.stdio[4].setEncoding("utf8").on("data", (text) => {
            const messages = (rest + text).split("\0");
            rest = messages.pop();
            for (const each of messages) browser.take(JSON.parse(each));
        });
        return browser;
    }

    take(message) {
        if (message.id === undefined) {
            this.pages.get(message.sessionId)?.events.push(message);
            return;
        }
        const { resolve, reject } = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
    }

    send(method, params = {}, sessionId = undefined) {
        const id = ++this.number;
        this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
        return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    }

    // A new page, in a context of its own where one is given; `domains` are those that it tells about.
    async page(width, height = 900, browserContextId = undefined, domains = ["Page", "Runtime", "Log", "Network"]) {
        const { targetId } = await this.send("Target.createTarget", { url: "about:blank", browserContextId });
        const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
        const page = new Page(this, sessionId);
        this.pages.set(sessionId, page);
        for (const domain of domains) await page.send(`${domain}.enable`);
        await page.send("Emulation.setFocusEmulationEnabled", { enabled: true });
        await page.resize(width, height);
        return page;
    }

    stop() {
        return new Promise((resolve) => {
            this.process.once("exit", () => {
                // Its own children may still be writing for a moment.
                rmSync(this.folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 50 });
                resolve();
            });
            this.send("Browser.close").catch(() => this.process.kill());
        });
    }
}

class Page {
    constructor(browser, session) {
        this.browser = browser;
        this.session = session;
        this.events = [];
    }

    send(method, params) {
        return this.browser.send(method, params, this.session);
    }

    resize(width, height) {
        return this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: width < 600 });
    }

    // Media features by name, such as prefers-color-scheme.
    prefer(features) {
        return this.send("Emulation.setEmulatedMedia",
            { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
    }

    dark(is_dark) {
        return this.prefer({ "prefers-color-scheme": is_dark ? "dark" : "light" });
    }

    // `script` is run before those of this document.
    async open(url, script = "") {
        if (this.script) await this.send("Page.removeScriptToEvaluateOnNewDocument", { identifier: this.script });
        this.script = script && (await this.send("Page.addScriptToEvaluateOnNewDocument", { source: script })).identifier;
        await this.send("Page.navigate", { url });
    }

    // As a new tab would be: nothing is kept, preferred or complained about.
    async clear(width, height = 900) {
        await this.run("try { sessionStorage.clear(); localStorage.clear(); } catch { /* there is none here */ }");
        await this.prefer({});
        await this.send("Network.setCacheDisabled", { cacheDisabled: false });
        await this.resize(width, height);
        this.events = [];
    }

    // The value of an expression; a promise is waited for.
    async run(expression) {
        const { result, exceptionDetails } = await this.send("Runtime.evaluate",
            { expression, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
    }

    // Waits until an expression is true: for what the page does in its own time. It is looked at in the page, whenever
    // the document changes, and now and then for what is not in the document.
    async until(expression) {
        const end = Date.now() + patience;
        while (Date.now() < end) {
            const is_true = await this.run(`new Promise((resolve) => {
                const end = performance.now() + ${end - Date.now()};
                const is_true = () => { try { return Boolean(${expression}); } catch { return false; } };
                const look = () => {
                    const found = is_true();
                    if (!found && performance.now() < end) return;
                    observer.disconnect();
                    clearInterval(timer);
                    resolve(found);
                };
                const observer = new MutationObserver(look);
                observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                const timer = setInterval(look, 20);
                look();
            })`).catch(() => false);
            if (is_true) return;
            await new Promise((resolve) => setTimeout(resolve, 5));  // the page is just changing
        }
        throw new Error(`waited in vain for ${expression}`);
    }

    type(text) {
        return this.send("Input.insertText", { text });
    }

    async press(key, code = key, modifiers = 0) {
        const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
        const keys = { Tab: 9, Enter: 13, Escape: 27, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
        const event = { key, code, text, modifiers, windowsVirtualKeyCode: keys[key] ?? 0 };
        await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
        await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    }

    async mouse(type, x, y) {
        await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: 1, clickCount: 1 });
    }

    // Clicks on the first element that fits, in the middle of its first line.
    async click(selector) {
        const [x, y] = await this.run(`(() => { const all = document.querySelector(${JSON.stringify(selector)});
            all.scrollIntoView({ block: "center", behavior: "instant" }); const [box] = all.getClientRects();
            return [box.x + box.width / 2, box.y + box.height / 2]; })()`);
        await this.mouse("mousePressed", x, y);
        await this.mouse("mouseReleased", x, y);
    }

    async screenshot(whole = false) {
        const { data } = await this.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: whole });
        return Buffer.from(data, "base64");
    }

    // What the page complained about: errors of scripts, refused loads, failed requests.
    complaints() {
        return this.events.flatMap(({ method, params }) => {
            if (method === "Runtime.exceptionThrown")
                return [params.exceptionDetails.exception?.description ?? params.exceptionDetails.text];
            if (method === "Log.entryAdded" && params.entry.level === "error") return [`${params.entry.text} ${params.entry.url ?? ""}`];
            return [];
        });
    }

    addresses() {
        return this.events.filter((each) => each.method === "Network.requestWillBeSent").map((each) => each.params.request.url);
    }
}
