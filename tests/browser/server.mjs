// A server for as long as a test runs.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Whether this searcher is one that serves at all.
export function can_serve(searcher) {
    return spawnSync(searcher, ["help", "serve"]).status === 0;
}

// A server of an index that is there. `base` is its address; stop() ends it.
export async function serve_index(searcher, index, options = []) {
    const server = spawn(searcher, ["serve", index, "--listen", "127.0.0.1:0", ...options], { stdio: ["ignore", "pipe", "pipe"] });
    const base = await new Promise((resolve, reject) => {
        let said = "";
        const listen = (text) => {
            said += text;
            const found = said.match(/127\.0\.0\.1:(\d+)/);
            if (found && found[1] !== "0") resolve(`http://127.0.0.1:${found[1]}`);
        };
        server.stdout.on("data", listen);
        server.stderr.on("data", listen);
        server.once("exit", () => reject(new Error(`the server ended: ${said}`)));
    });
    const stop = () => new Promise((resolve) => {
        server.removeAllListeners("exit").once("exit", resolve);
        server.kill("SIGTERM");
    });
    return { base, stop };
}

// The same of an index that is made of `sample`, and removed in the end. `files` are written beside it, by name, and
// `options` may name them as {NAME}.
export async function serve(indexer, searcher, sample, options = [], files = {}) {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-served-"));
    const index = join(folder, "news.idx");
    const added = spawnSync(indexer, ["add", index, sample], { encoding: "utf8" });
    if (added.status !== 0) throw new Error(added.stderr);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const named = options.map((each) => each.replace(/^\{(.*)\}$/, (all, name) => join(folder, name)));
    const server = await serve_index(searcher, index, named);
    const stop = async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
    };
    return { base: server.base, stop };
}
