// Numbers, dates and names for people.

const numbers = new Intl.NumberFormat("en-GB");
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const months = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export function number(value) {
    return numbers.format(value);
}

export function count(value, one, many = `${one}s`) {
    return `${number(value)} ${value === 1 ? one : many}`;
}

export function day(iso) {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : days.format(date);
}

// The name of a bucket of a timeline.
export function period(start, interval) {
    if (interval === "year") return start.slice(0, 4);
    if (interval === "month") return months.format(new Date(start));
    return interval === "week" ? `week of ${day(start)}` : day(start);
}

export const plural_of = {
    person: "People",
    organisation: "Organisations",
    place: "Places",
    source: "Sources",
    section: "Sections",
    author: "Authors",
    tag: "Tags",
    language: "Languages",
    word: "Words",
};

const languages = new Intl.DisplayNames(["en"], { type: "language" });

// As facets show a value: languages have codes.
export function shown_value(field, value) {
    if (field !== "language") return value;
    try {
        return languages.of(value) ?? value;
    } catch {
        return value;
    }
}

// "person=Ana Ba" to ["person", "Ana Ba"].
export function parts_of(filter) {
    const at = filter.indexOf("=");
    return [filter.slice(0, at), filter.slice(at + 1)];
}
