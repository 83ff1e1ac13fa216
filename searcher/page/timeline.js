// The timeline: articles by time, brushed with the pointer or set as dates.
import { element } from "./dom.js";
import { count, day, number, period } from "./format.js";
import { changed } from "./state.js";

const width = 600;  // of the drawing; the page stretches it
const height = 72;

function day_before(iso) {
    return new Date(Date.parse(iso) - 86400000).toISOString().slice(0, 10);
}

function end_of(start, interval) {
    const next = new Date(start);
    if (interval === "day") next.setUTCDate(next.getUTCDate() + 1);
    if (interval === "week") next.setUTCDate(next.getUTCDate() + 7);
    if (interval === "month") next.setUTCMonth(next.getUTCMonth() + 1);
    if (interval === "year") next.setUTCFullYear(next.getUTCFullYear() + 1);
    return day_before(next.toISOString());
}

function summary(timeline) {
    const { buckets, interval } = timeline;
    const most = buckets.reduce((best, each) => each.count > best.count ? each : best);
    return `Articles by ${interval}, ${period(buckets[0].start, interval)} to ${period(buckets.at(-1).start, interval)}; ` +
        `most in ${period(most.start, interval)}, ${number(most.count)}. The dates below set the same.`;
}

class Timeline {
    constructor(go) {
        this.go = go;
        this.chart = element("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img" });
        this.hint = element("p", { class: "hint" });
        this.from = this.date_input("From", "from");
        this.to = this.date_input("To", "to");
        this.scale = element("div", { class: "scale", "aria-hidden": "true" }, element("span"), element("span"));
        this.legend = element("span", { class: "legend" }, "more than usual");
        document.getElementById("times").append(this.chart, this.scale,
            element("div", { class: "dates" }, this.hint, this.legend, this.from, this.to));
        this.listen();
    }

    date_input(text, name) {
        const input = element("input", { type: "date", min: "0001-01-01", max: "9999-12-31",
            on: { change: () => this.go(changed(this.state, { [name]: input.value })) } });
        return element("label", {}, `${text} `, input);
    }

    show(answer, state) {
        this.state = state;
        this.timeline = answer.timeline ?? { buckets: [], bursts: [], interval: "day", undated: 0 };
        const { buckets, interval, bursts } = this.timeline;
        this.from.lastChild.value = /^\d{4}-\d\d-\d\d$/.test(state.from) ? state.from : "";
        this.to.lastChild.value = /^\d{4}-\d\d-\d\d$/.test(state.to) ? state.to : "";
        const most = Math.max(1, ...buckets.map((each) => each.count));
        const step = width / Math.max(1, buckets.length);
        const gap = Math.min(1.5, step / 5);
        const bars = buckets.map((bucket, i) => {
            const tall = bucket.count === 0 ? 0 : Math.max(2, bucket.count / most * (height - 4));
            const bursting = (bursts ?? []).some((each) => each.start <= bucket.start && bucket.start <= each.end);
            const of_all = bucket.all ? ` of ${number(bucket.all)}` : "";
            return element("svg:g", {},
                element("svg:title", {}, `${period(bucket.start, interval)}: ${number(bucket.count)}${of_all}${bursting ? ", more than usual" : ""}`),
                element("svg:rect", { class: "space", x: i * step, y: 0, width: step, height }),
                element("svg:rect", { class: bursting ? "bar burst" : "bar", x: i * step + gap / 2, y: height - tall,
                    width: Math.max(0.5, Math.min(step - gap, 40)), height: tall }));
        });
        this.brush = element("svg:rect", { class: "brush", y: 0, height, width: 0 });
        this.chart.replaceChildren(...bars, this.brush);
        this.chart.setAttribute("aria-label", buckets.length > 0 ? summary(this.timeline) : "No dated articles");
        this.scale.firstChild.textContent = buckets.length > 0 ? period(buckets[0].start, interval) : "";
        this.scale.lastChild.textContent = buckets.length > 1 ? period(buckets.at(-1).start, interval) : "";
        this.legend.classList.toggle("away", !bursts?.length);
        this.tell();
    }

    tell(first, last) {
        const { buckets, interval, undated } = this.timeline;
        if (first !== undefined) {
            const sum = buckets.slice(first, last + 1).reduce((all, each) => all + each.count, 0);
            this.hint.textContent = `${day(buckets[first].start)} to ${day(end_of(buckets[last].start, interval))}: ${count(sum, "article")}`;
            return;
        }
        const missing = undated > 0 ? `${count(undated, "article")} without a date` : "";
        this.hint.textContent = missing || (buckets.length > 1 ? "Drag to choose dates" : buckets.length === 0 ? "No dated articles" : "");
    }

    bucket_at(event) {
        const box = this.chart.getBoundingClientRect();
        const share = (event.clientX - box.left) / box.width;
        const last = this.timeline.buckets.length - 1;
        return Math.min(last, Math.max(0, Math.floor(share * (last + 1))));
    }

    listen() {
        let begin = null;
        let bounds = null;
        const draw = (event) => {
            const other = this.bucket_at(event);
            bounds = [Math.min(begin, other), Math.max(begin, other)];
            const step = width / this.timeline.buckets.length;
            this.brush.setAttribute("x", bounds[0] * step);
            this.brush.setAttribute("width", (bounds[1] - bounds[0] + 1) * step);
            this.tell(...bounds);
        };
        const stop = () => {
            begin = null;
            this.brush.setAttribute("width", 0);
            this.tell();
        };
        this.chart.addEventListener("pointerdown", (event) => {
            if (event.button !== 0 || !this.timeline?.buckets.length) return;
            event.preventDefault();
            this.chart.setPointerCapture(event.pointerId);
            begin = this.bucket_at(event);
            draw(event);
        });
        this.chart.addEventListener("pointermove", (event) => begin !== null && draw(event));
        this.chart.addEventListener("pointercancel", stop);
        this.chart.addEventListener("pointerup", () => {
            if (begin === null) return;
            const { buckets, interval } = this.timeline;
            const next = { from: buckets[bounds[0]].start, to: end_of(buckets[bounds[1]].start, interval) };
            stop();
            this.go(changed(this.state, next));
        });
    }
}

// `go` takes the state to show next.
export function set_up_timeline(go) {
    const timeline = new Timeline(go);
    return (answer, state) => timeline.show(answer, state);
}
