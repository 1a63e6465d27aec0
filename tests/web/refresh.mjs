// Draws styles with MapLibre GL JS in headless Chromium; see refresh.sh.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const styles = join(here, 'styles');
const modules = process.env.MODULES;
const puppeteer = createRequire(join(modules, 'x.js'))('puppeteer-core');
const SIZE = 256, ZOOM = 8;

const named = process.argv.slice(2);
const names = readdirSync(styles)
    .filter((file) => extname(file) === '.json')
    .map((file) => file.slice(0, -5))
    .filter((name) => (named.length ? named.includes(name) : !existsSync(join(styles, `${name}.png`))));

const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/maplibre-gl/dist/maplibre-gl.css">
<style>body { margin: 0 } #map { width: ${SIZE}px; height: ${SIZE}px }</style><div id="map"></div>`;
const types = { '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png' };

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
    const picture = (name) => {
        const shape = shapes[name.replace(/^mintu:/, '')];
        if (!shape) return null;
        const pen = new OffscreenCanvas(n, n).getContext('2d');
        pen.beginPath();
        shape(pen);
        pen.fill();
        return pen.getImageData(0, 0, n, n);
    };
    const told = [];
    const map = new WebMap({
        container: 'map', style, center: [0, 0], zoom, pixelRatio: 1, fadeDuration: 0, interactive: false, attributionControl: false,
        localIdeographFontFamily: 'Noto Sans CJK SC', canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    map.on('error', (event) => told.push(String(event.error?.message ?? event)));
    map.on('style.load', () => {
        for (const [name] of new Set(JSON.stringify(style).matchAll(/mintu:[a-z0-9-]+/g)))
            if (picture(name) && !map.hasImage(name)) map.addImage(name, picture(name), { pixelRatio: RATIO });
    });
    map.on('styleimagemissing', ({ id }) => told.push(`no image ${id}`));
    if (style.bearing) map.setBearing(style.bearing);
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
for (const name of names) {
    const tab = await browser.newPage();
    await tab.setViewport({ width: SIZE, height: SIZE, deviceScaleFactor: 1 });
    await tab.goto(address);
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
    await tab.close();
}
await browser.close();
server.close();
process.exit(failed ? 1 : 0);
