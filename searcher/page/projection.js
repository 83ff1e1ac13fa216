// The Equal Earth projection, in the units of world.svg: places to points and back to nothing else.

export const width = 1000;
export const height = 452;

const a1 = 1.340264;
const a2 = -0.081106;
const a3 = 0.000893;
const a4 = 0.003796;
const root = Math.sqrt(3) / 2;

const half_equator = Math.PI / (root * a1);  // of the unprojected plane, where x is largest
const scale = width / (2 * half_equator);
const north = 1.3173627591574;               // y of the pole

// Degrees to [x, y], y downwards. The drawing ends a little south of Tierra del Fuego.
export function project(latitude, longitude) {
    const theta = Math.asin(root * Math.sin(latitude * Math.PI / 180));
    const square = theta * theta;
    const sixth = square * square * square;
    const slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square);
    const x = longitude * Math.PI / 180 * Math.cos(theta) / (root * slope);
    const y = theta * (a1 + a2 * square + sixth * (a3 + a4 * square));
    return [width / 2 + x * scale, (north - y) * scale];
}
