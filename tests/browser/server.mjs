// A server of an index of the sample, for as long as a test runs.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Whether this searcher is one that serves at all.
export function can_serve(searcher) {
    return spawnSync(searcher, ["help", "serve"]).status === 0;
}

// `base` is its address; stop() ends it and removes its index.
export async function serve(indexer, searcher, sample) {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-served-"));
    const index = join(folder, "news.idx");
    const added = spawnSync(indexer, ["add", index, sample], { encoding: "utf8" });
    if (added.status !== 0) throw new Error(added.stderr);
    const server = spawn(searcher, ["serve", index, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
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
    return {
        base,
        stop: () => new Promise((resolve) => {
            server.removeAllListeners("exit").once("exit", () => {
                rmSync(folder, { recursive: true, force: true });
                resolve();
            });
            server.kill("SIGTERM");
        }),
    };
}
