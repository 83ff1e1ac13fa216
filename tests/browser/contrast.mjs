// The contrast of all text that is in sight in a page, as WCAG 2 computes it.

// Runs in the page. Text on what is not a plain colour does not occur there.
function measure(least) {
    const parse = (text) => {
        const parts = text.match(/[\d.]+/g).map(Number);
        return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 };
    };
    const over = (front, back, alpha) => front.map((each, i) => each * alpha + back[i] * (1 - alpha));
    const luminance = (rgb) => {
        const [r, g, b] = rgb.map((each) => each / 255).map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a, b) => {
        const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
        return (light + 0.05) / (dark + 0.05);
    };
    // Backgrounds from the outside in; a dialog is on the top layer, on its own.
    const background = (element) => {
        let around = [255, 255, 255];
        const all = [];
        for (let each = element; each; each = each.parentElement) all.unshift(each);
        for (const each of all) {
            const { rgb, alpha } = parse(getComputedStyle(each).backgroundColor);
            around = over(rgb, around, alpha);
        }
        return around;
    };
    const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const found = [];
    const judge = (element, colour, text) => {
        const back = background(element);
        let front = over(parse(colour).rgb, back, parse(colour).alpha);
        for (let each = element; each; each = each.parentElement)
            front = over(front, back, Number(getComputedStyle(each).opacity));
        const value = ratio(front, back);
        found.push({ value, what: `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} "${text.slice(0, 30)}"` });
    };
    const top = document.querySelector("dialog[open]") ?? document.body;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (node.data.trim() && !element.closest("svg, option, .unseen, noscript, script") && seen(element))
            judge(element, getComputedStyle(element).color, node.data.trim());
    }
    for (const field of top.querySelectorAll("input:not([type=checkbox]), select")) {
        if (!seen(field)) continue;
        judge(field, getComputedStyle(field).color, field.value);
        if (field.placeholder) judge(field, getComputedStyle(field, "::placeholder").color, field.placeholder);
    }
    found.sort((a, b) => a.value - b.value);
    return { texts: found.length, lowest: found[0], weak: found.filter((each) => each.value < least).slice(0, 10) };
}

// { texts, lowest, weak }: how many there are, and which fall below `least`.
export function contrast_of(page, least) {
    return page.run(`(${measure})(${least})`);
}
