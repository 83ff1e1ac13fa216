// Draws world.svg: the land of Natural Earth (1:110m, public domain) in the Equal Earth projection.
//
//     npm install world-atlas@2 && node draw.mjs node_modules/world-atlas/land-110m.json > ../world.svg
//
// The result is checked in: this is run again only to draw it differently.
import { readFileSync } from "node:fs";

import { project, width, height } from "../projection.js";

const smallest_island = 1.2;  // square units of the drawing
const tolerance = 0.35;       // units by which a point may be off the line that leaves it out

const topology = JSON.parse(readFileSync(process.argv[2], "utf8"));

function decoded(arc) {
    const { scale, translate } = topology.transform;
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
        x += dx;
        y += dy;
        return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
}

const arcs = topology.arcs.map(decoded);

function ring_of(indices) {
    return indices.flatMap((index, i) => {
        const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
        return i === 0 ? arc : arc.slice(1);
    });
}

// A ring that crosses the 180th meridian, as the rings on its two sides.
function cut(ring) {
    const open = ring.slice(0, -1);
    const jumps = (i) => Math.abs(open[i][0] - open[(i + open.length - 1) % open.length][0]) > 180;
    const first = open.findIndex((_, i) => jumps(i));
    if (first < 0) return [ring];
    const sides = [[], []];
    let side = 0;
    for (let n = 0; n < open.length; ++n) {
        const i = (first + n) % open.length;
        if (n > 0 && jumps(i)) side = 1 - side;
        sides[side].push(open[i]);
    }
    return sides.map((each) => [...each, each[0]]);
}

function distance(point, from, to) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length === 0) return Math.hypot(point[0] - from[0], point[1] - from[1]);
    return Math.abs(dy * (point[0] - from[0]) - dx * (point[1] - from[1])) / length;
}

// Ramer, Douglas and Peucker: the ends stay, and what is farthest from the line between them.
function simplified(points) {
    let farthest = 0;
    let most = 0;
    for (let i = 1; i + 1 < points.length; ++i) {
        const off = distance(points[i], points[0], points.at(-1));
        if (off > most) [farthest, most] = [i, off];
    }
    if (most <= tolerance) return [points[0], points.at(-1)];
    return [...simplified(points.slice(0, farthest + 1)), ...simplified(points.slice(farthest)).slice(1)];
}

function area(points) {
    let sum = 0;
    points.forEach(([x, y], i) => {
        const [next_x, next_y] = points[(i + 1) % points.length];
        sum += x * next_y - next_x * y;
    });
    return Math.abs(sum / 2);
}

function path_of(points) {
    let [x, y] = [0, 0];
    return points.map((point, i) => {
        const [to_x, to_y] = point.map((each) => Math.round(each * 10));
        const step = i === 0 ? `M${to_x / 10} ${to_y / 10}` : `l${(to_x - x) / 10} ${(to_y - y) / 10}`;
        [x, y] = [to_x, to_y];
        return step;
    }).join("") + "z";
}

const polygons = topology.objects.land.geometries.flatMap(
    (each) => each.type === "MultiPolygon" ? each.arcs : [each.arcs]);
const antarctica = (ring) => ring.every(([, latitude]) => latitude < -58);
const rings = polygons.flat().map(ring_of).filter((ring) => !antarctica(ring)).flatMap(cut)
    .map((ring) => ring.map(([longitude, latitude]) => project(latitude, longitude)))
    .filter((ring) => area(ring) >= smallest_island)
    .map((ring) => simplified(ring).slice(0, -1)).filter((ring) => ring.length > 2);

console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<!-- Land: Natural Earth 1:110m (naturalearthdata.com, public domain), in the Equal Earth projection. Drawn by
     world/draw.mjs. -->
<path id="land" d="${rings.map(path_of).join("")}"/>
</svg>`);
