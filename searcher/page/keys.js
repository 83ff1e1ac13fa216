// The key that a server may ask for: asked for when an answer is refused, and kept for this tab only.
import { announce } from "./announce.js";

const name = "broadsheet-key";

function stored() {
    try {
        return sessionStorage.getItem(name) ?? "";
    } catch {
        return "";  // storage may be forbidden
    }
}

function store(text) {
    try {
        if (text) sessionStorage.setItem(name, text);
        else sessionStorage.removeItem(name);
    } catch {
        // It holds for this page then.
    }
}

let key = stored();
let asking = null;  // the answer to the dialog, while it is open

// The key in use, "" for none.
export function current_key() {
    return key;
}

export function key_headers() {
    return key ? { Authorization: `Bearer ${key}` } : {};
}

function keep(text) {
    key = text;
    store(text);
    document.getElementById("forget-key").hidden = text === "";
}

function open_dialog(was_refused) {
    const dialog = document.getElementById("ask-key");
    const input = document.getElementById("key");
    const wrong = document.getElementById("key-wrong");
    input.value = "";
    wrong.textContent = was_refused ? "The server does not know this key." : "";
    dialog.showModal();
    input.focus();
    return new Promise((resolve) => {
        dialog.addEventListener("close", () => {
            const given = dialog.returnValue === "given";
            if (given) keep(input.value.trim());
            input.value = "";
            resolve(given);
        }, { once: true });
    });
}

// Whether there is a key now that is not the `refused` one. Requests that are refused together ask once.
export async function ask_for_key(refused) {
    if (key !== refused) return true;
    if (refused) keep("");
    asking ??= open_dialog(refused !== "").finally(() => { asking = null; });
    return asking;
}

// `on_forget` shows the page anew, as for somebody without a key.
export function set_up_keys(on_forget) {
    const dialog = document.getElementById("ask-key");
    const input = document.getElementById("key");
    document.getElementById("key-form").addEventListener("submit", (event) => {
        event.preventDefault();
        if (/^[\x21-\x7e]+$/.test(input.value.trim())) {
            dialog.close("given");
            return;
        }
        document.getElementById("key-wrong").textContent = "A key is letters, digits and signs, without spaces.";
        input.focus();
    });
    dialog.addEventListener("cancel", () => { dialog.returnValue = ""; });
    document.getElementById("no-key").addEventListener("click", () => dialog.close(""));
    const forget = document.getElementById("forget-key");
    forget.hidden = key === "";
    forget.addEventListener("click", () => {
        keep("");
        announce("The key is forgotten.");
        on_forget();
    });
}
