// Where entities are named in a text. The server counts in bytes of UTF-8, the page in characters.
import { element } from "./dom.js";

// The mentions of the title or of the body, in order and without overlaps: of two that do, the longer one.
export function mentions_in(entities, place) {
    const all = (entities ?? []).flatMap((entity) => entity.mentions
        .filter((mention) => (mention.in ?? "body") === place && mention.end > mention.start)
        .map((mention) => ({ start: mention.start, end: mention.end, entity })));
    all.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return all.filter((mention) => {
        if (mention.start < end) return false;
        end = mention.end;
        return true;
    });
}

// `text` as nodes, what `mark` makes of each mention among them.
export function with_mentions(text, mentions, mark) {
    const bytes = new TextEncoder().encode(text);
    const decoder = new TextDecoder();
    const slice = (begin, end) => decoder.decode(bytes.subarray(begin, end));
    const nodes = [];
    let at = 0;
    for (const { start, end, entity } of mentions) {
        if (end > bytes.length) break;
        if (start > at) nodes.push(slice(at, start));
        nodes.push(mark(slice(start, end), entity));
        at = end;
    }
    if (at < bytes.length) nodes.push(slice(at));
    return nodes;
}

// The paragraphs of a body, which blank lines separate.
export function paragraphs(body, mentions, mark) {
    const made = [];
    const encoder = new TextEncoder();
    let begin = 0;  // in bytes
    let next = 0;   // the first mention that may lie in the paragraph
    for (const text of body.split("\n\n")) {
        const end = begin + encoder.encode(text).length;
        const inside = [];
        for (; next < mentions.length && mentions[next].start < end; ++next) {
            const { start, end: last, entity } = mentions[next];
            if (start >= begin && last <= end) inside.push({ start: start - begin, end: last - begin, entity });
        }
        if (text.trim()) made.push(element("p", {}, with_mentions(text, inside, mark)));
        begin = end + 2;
    }
    return made;
}
