// Links to answers of the API that are followed by the browser itself, which cannot send a key: with one they are fetched
// and saved.
import { fetch_answer } from "./api.js";
import { current_key } from "./keys.js";
import { element } from "./dom.js";

async function save(link) {
    try {
        const answer = await fetch_answer(link.href);
        const address = URL.createObjectURL(await answer.blob());
        element("a", { href: address, download: link.dataset.download }).click();
        setTimeout(() => URL.revokeObjectURL(address), 60000);
    } catch (problem) {
        link.after(element("span", { class: "hint", role: "status" }, ` ${problem.message}`));
    }
}

// Concerns links with data-download, the name of the file.
export function set_up_downloads() {
    document.addEventListener("click", (event) => {
        const link = event.target.closest?.("a[data-download]");
        if (!link || !current_key()) return;
        event.preventDefault();
        save(link);
    });
}
