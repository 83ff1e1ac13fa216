// Making elements. Whatever comes from outside becomes text, never markup.

// `properties` are attributes, but for `on` (listeners by event) and `class`; null and false are left out, true is
// an attribute without a value. Children are nodes or text.
export function element(name, properties = {}, ...children) {
    const made = name === "svg" || name.startsWith("svg:")
        ? document.createElementNS("http://www.w3.org/2000/svg", name.replace("svg:", ""))
        : document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
        if (value === null || value === undefined || value === false) continue;
        if (key === "on") {
            for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
        } else {
            made.setAttribute(key, value === true ? "" : value);
        }
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return made;
}

const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

// The server's marked text: <em> and </em> are the only tags that mean something, the rest is escaped text.
export function marked(text) {
    const nodes = [];
    let emphasised = null;
    for (const part of (text ?? "").split(/(<\/?em>)/)) {
        if (part === "<em>") {
            emphasised = element("em");
            nodes.push(emphasised);
        } else if (part === "</em>") {
            emphasised = null;
        } else if (part) {
            const plain = part.replace(/&(amp|lt|gt|quot|#39);/g, (each) => entities[each]);
            if (emphasised) emphasised.append(plain);
            else nodes.push(plain);
        }
    }
    return nodes;
}

// Addresses in articles are anyone's: only those of the web become links.
export function web_address(text) {
    try {
        const address = new URL(text);
        return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
    } catch {
        return null;
    }
}

// Replaces what is in `parent` and keeps the focus on what has the same data-key in the new content.
export function replace(parent, ...children) {
    const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    parent.replaceChildren(...children.flat().filter(Boolean));
    if (key) parent.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
