// Draws styles with MapLibre GL JS in headless Chromium; see refresh.sh.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const styles = process.env.MINTU_WEB_STYLES ?? join(here, 'styles');
const modules = process.env.MODULES;
const puppeteer = createRequire(join(modules, 'x.js'))('puppeteer-core');
const SIZE = 256, ZOOM = 8;

const named = process.argv.slice(2);
const names = readdirSync(styles)
    .filter((file) => extname(file) === '.json')
    .map((file) => file.slice(0, -5))
    .filter((name) => (named.length ? named.includes(name) : !existsSync(join(styles, `${name}.png`))));

const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/maplibre-gl/dist/maplibre-gl.css">
<style>${['Regular', 'Bold'].map((weight) => `
@font-face { font-family: 'Noto Sans CJK SC ${weight}'; font-weight: 100 900; src: local('Noto Sans CJK SC ${weight}'), local('NotoSansCJKsc-${weight}') }`).join('')}
body { margin: 0 } #map { width: ${SIZE}px; height: ${SIZE}px }</style><div id="map"></div>`;
const types = { '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml' };

const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = path.startsWith('/maplibre-gl/') ? join(modules, path) : join(styles, path);
    if (path === '/') {
        response.setHeader('Content-Type', 'text/html');
        response.end(page);
    } else if (existsSync(file)) {
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
        response.end(readFileSync(file));
    } else {
        response.statusCode = 404;
        response.end();
    }
});

// Runs in the page. Icons and patterns of mintu's own are given to it as images.
async function draw(style, size, zoom) {
    const { Map: WebMap } = await import('/maplibre-gl/dist/maplibre-gl.mjs');
    const BOX = 12, RATIO = 4, n = BOX * RATIO, middle = n / 2; // as src/canvas/icon_shapes.c has them
    const corners = (count, radius, down = 0, inner = 1) => (pen) => {
        for (let i = 0; i < count; i++) {
            const angle = (2 * Math.PI * i) / count - Math.PI / 2, reach = middle * radius * (i % 2 ? inner : 1);
            pen.lineTo(middle + reach * Math.cos(angle), middle + middle * down + reach * Math.sin(angle));
        }
        pen.closePath();
    };
    const shapes = {
        circle: (pen) => pen.arc(middle, middle, middle, 0, 2 * Math.PI),
        square: (pen) => pen.rect(0.057 * n, 0.057 * n, 0.886 * n, 0.886 * n),
        diamond: corners(4, 1.2),
        triangle: corners(3, 1.25, 0.2),
        star: corners(10, 1.3, 0.05, 0.45),
    };
    // A shape as a field of distances, which the web needs for icon-color and icon-halo-color: 8 px of the page either side of its outline
    // are 256 steps, the outline is at 3/4. A halo needs room round it.
    const pad = JSON.stringify(style).includes('icon-halo') ? 8 * RATIO : 0;
    const field = (shape) => {
        const side = n + 2 * pad, pen = new OffscreenCanvas(side, side).getContext('2d'), data = new ImageData(side, side), outline = [];
        const path = new Path2D();
        shape({ ...Object.fromEntries(['lineTo', 'closePath'].map((call) => [call, (...at) => (path[call](...at), at.length && outline.push(at))])),
            arc: (x, y, r) => { for (let i = 0; i < 128; i++) outline.push([x + r * Math.cos((i * Math.PI) / 64), y + r * Math.sin((i * Math.PI) / 64)]); path.arc(x, y, r, 0, 2 * Math.PI); },
            rect: (x, y, w, h) => { outline.push([x, y], [x + w, y], [x + w, y + h], [x, y + h]); path.rect(x, y, w, h); } });
        const away = (x, y) => Math.min(...outline.map(([ax, ay], i) => {
            const [bx, by] = outline[(i + 1) % outline.length], dx = bx - ax, dy = by - ay;
            const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
            return Math.hypot(x - ax - t * dx, y - ay - t * dy);
        }));
        for (let y = 0; y < side; y++)
            for (let x = 0; x < side; x++) {
                const px = x - pad + 0.5, py = y - pad + 0.5, inside = pen.isPointInPath(path, px, py);
                data.data[4 * (y * side + x) + 3] = Math.max(0, Math.min(255, 192 + ((inside ? 1 : -1) * away(px, py) * 256) / (8 * RATIO)));
            }
        return data;
    };
    // One tile of each pattern, in black, as src/canvas/pattern.c has them: sets of lines or rows of dots.
    const hatch = (space, angles) => (pen) => {
        for (const angle of angles) {
            const dx = Math.cos((angle * Math.PI) / 180), dy = -Math.sin((angle * Math.PI) / 180);
            for (let k = -4; k <= 4; k++) {
                pen.moveTo(-dy * k * space - 99 * dx, dx * k * space - 99 * dy);
                pen.lineTo(-dy * k * space + 99 * dx, dx * k * space + 99 * dy);
            }
        }
        pen.stroke();
    };
    const dots = (pen, w, h) => {
        for (const [x, y] of [[0, 0], [w, 0], [0, h], [w, h], [w / 2, h / 2]]) {
            pen.beginPath();
            pen.arc(x, y, 1.1, 0, 2 * Math.PI);
            pen.fill();
        }
    };
    const patterns = {
        'hatch-0': [6, 6, hatch(6, [0])], 'hatch-90': [6, 6, hatch(6, [90])],
        'hatch-45': [8.5, 8.5, hatch(8.5 * Math.SQRT1_2, [45])], 'hatch-135': [8.5, 8.5, hatch(8.5 * Math.SQRT1_2, [135])],
        'cross-0': [7, 7, hatch(7, [0, 90])], 'cross-45': [10, 10, hatch(10 * Math.SQRT1_2, [45, 135])],
        'dots': [7, 12, dots], 'dots-dense': [5, 8.75, dots],
    };
    const tile = ([w, h, paint]) => {
        const pen = new OffscreenCanvas(w * RATIO, h * RATIO).getContext('2d');
        pen.scale(RATIO, RATIO);
        paint(pen, w, h);
        return pen.getImageData(0, 0, w * RATIO, h * RATIO);
    };
    const file = async (name) => {
        const image = new Image();
        image.src = name;
        await image.decode();
        const w = image.naturalWidth * RATIO, h = image.naturalHeight * RATIO, pen = new OffscreenCanvas(w, h).getContext('2d');
        pen.drawImage(image, 0, 0, w, h);
        return pen.getImageData(0, 0, w, h);
    };
    const images = {}, whole = JSON.stringify(style);
    if (whole.includes('"mintu:')) {
        for (const [name, shape] of Object.entries(shapes)) images[`mintu:${name}`] = [field(shape), true];
        for (const [name, pattern] of Object.entries(patterns)) images[`mintu:${name}`] = [tile(pattern), false];
    }
    for (const [name] of whole.matchAll(/[\w/]+\.svg/g)) images[name] ??= [await file(name), false];
    if (style.sprite) style.sprite = new URL(style.sprite, location.href).href;
    const told = [];
    const map = new WebMap({
        container: 'map', style, center: [0, 0], zoom, pixelRatio: 1, fadeDuration: 0, interactive: false, attributionControl: false,
        localIdeographFontFamily: 'Noto Sans CJK SC', canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    map.on('error', (event) => told.push(String(event.error?.message ?? event)));
    map.on('style.load', () => {
        for (const [name, [data, sdf]] of Object.entries(images)) map.addImage(name, data, { pixelRatio: RATIO, sdf });
    });
    map.on('styleimagemissing', ({ id }) => told.push(`no image ${id}`));
    await new Promise((resolve) => map.once('idle', resolve));
    const flat = new OffscreenCanvas(size, size), pen = flat.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, size, size);
    pen.drawImage(map.getCanvas(), 0, 0, size, size);
    const bytes = new Uint8Array(await (await flat.convertToBlob({ type: 'image/png' })).arrayBuffer());
    map.remove();
    return { told, picture: btoa(String.fromCharCode(...bytes)) };
}

await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--hide-scrollbars'],
});
let failed = 0;
const tab = await browser.newPage();
await tab.setViewport({ width: SIZE, height: SIZE, deviceScaleFactor: 1 });
await tab.goto(address);
for (const name of names) {
    const style = JSON.parse(readFileSync(join(styles, `${name}.json`), 'utf8'));
    delete style.metadata;
    try {
        const { told, picture } = await tab.evaluate(draw, style, SIZE, ZOOM);
        writeFileSync(join(styles, `${name}.png`), Buffer.from(picture, 'base64'));
        console.log(`${name}: drawn${told.length ? `; it said: ${told.join('; ')}` : ''}`);
    } catch (error) {
        failed++;
        console.log(`${name}: ${error.message}`);
    }
}
await browser.close();
server.close();
process.exit(failed ? 1 : 0);
