// Headless Chromium over its DevTools protocol, through pipes: no packages are needed.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 20000;  // milliseconds for anything that is waited for

// The first browser that is installed, or null.
export function find_chromium() {
    const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
    return names.find((name) => spawnSync(name, ["--version"]).status === 0) ?? null;
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

    async open(url) {
        await this.send("Page.navigate", { url });
    }

    // The value of an expression; a promise is waited for.
    async run(expression) {
        const { result, exceptionDetails } = await this.send("Runtime.evaluate",
            { expression, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
    }

    // Waits until an expression is true: for what the page does in its own time.
    async until(expression) {
        const end = Date.now() + patience;
        while (Date.now() < end) {
            const value = await this.run(expression).catch(() => false);  // the page may just be changing
            if (value) return value;
            await new Promise((resolve) => setTimeout(resolve, 25));
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

    // Clicks in the middle of the first element that fits.
    async click(selector) {
        const [x, y] = await this.run(`(() => { const all = document.querySelector(${JSON.stringify(selector)});
            all.scrollIntoView({ block: "center", behavior: "instant" }); const box = all.getBoundingClientRect();
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
