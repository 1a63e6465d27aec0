// `mintu style check` and the specification's own validator agree: validator.sh runs this.
//
// Documents are made of the specification's reference: each property of each layer type, of sources and of the root, with its default, a
// valid other value, wrong types, an expression by zoom and one by feature. The validator's errors go with exit status 3, none of them
// with 0, 1 (findings) and 4 (not printed).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(process.env.MODULES, '@maplibre/maplibre-gl-style-spec/dist');
const { validateStyleMin } = await import(pathToFileURL(join(folder, 'index.mjs')));
const reference = JSON.parse(readFileSync(join(folder, 'latest.json'), 'utf8'));
const mintu = process.env.MINTU;
const verbose = process.argv.includes('-v');

const geojson = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
const sources = {
    fill: geojson, line: geojson, circle: geojson, symbol: geojson, heatmap: geojson, 'fill-extrusion': geojson,
    raster: { type: 'raster', tiles: ['https://example.org/{z}/{x}/{y}.png'] },
    hillshade: { type: 'raster-dem', tiles: ['https://example.org/{z}/{x}/{y}.png'] },
    'color-relief': { type: 'raster-dem', tiles: ['https://example.org/{z}/{x}/{y}.png'] },
};
const bare = () => ({ version: 8, sources: {}, layers: [] });

function withLayer(type, group, name, value) {
    const layer = { id: 'a', type };
    const style = bare();
    if (sources[type]) {
        style.sources.s = type === 'line' && name === 'line-gradient' ? { ...geojson, lineMetrics: true } : sources[type];
        layer.source = 's';
    }
    if (value !== undefined) layer[group] = { [name]: value };
    style.layers.push(layer);
    return style;
}

// A value that is valid and not the default.
function other(property) {
    const { type, values, default: usual, minimum, maximum, length } = property;
    switch (type) {
        case 'enum': return Object.keys(values ?? {}).find((value) => value !== usual) ?? values?.[0];
        case 'boolean': return !usual;
        case 'number': {
            const low = minimum ?? 0, high = maximum ?? low + 4;
            return (low + high) / 2 === usual ? high : (low + high) / 2;
        }
        case 'color': return '#123456';
        case 'colorArray': return ['#123456', '#fedcba'];
        case 'numberArray': return [10, 20];
        case 'padding': return [1, 2, 3, 4];
        case 'string': case 'resolvedImage': case 'formatted': return 'x';
        case 'variableAnchorOffsetCollection': return ['top', [0, 1]];
        case 'projectionDefinition': return 'globe';
        case 'array':
            if (property.value === 'number') return Array.from({ length: length ?? 2 }, (_, i) => i + 1);
            if (property.value === 'enum') return [Object.keys(property.values)[1] ?? Object.keys(property.values)[0]];
            return ['x'];
        default: return undefined;
    }
}

const wrong = [12, 'nonsense', true, null, [], ['a', 'b'], [1, 2, 3, 4, 5, 6, 7], { a: 1 }, -1e9];

function* ofProperty(type, group, name, property) {
    const usual = property.default, value = other(property);
    if (usual !== undefined) yield ['default', withLayer(type, group, name, usual)];
    if (value !== undefined) yield ['other', withLayer(type, group, name, value)];
    for (const bad of wrong) yield [`wrong ${JSON.stringify(bad)}`, withLayer(type, group, name, bad)];
    if (value === undefined) return;
    const literal = Array.isArray(value) || typeof value === 'object' ? ['literal', value] : value;
    yield ['zoom step', withLayer(type, group, name, ['step', ['zoom'], literal, 10, literal])];
    yield ['zoom interpolate', withLayer(type, group, name, ['interpolate', ['linear'], ['zoom'], 5, literal, 10, literal])];
    yield ['zoom inside', withLayer(type, group, name, ['case', ['>', ['zoom'], 5], literal, literal])];
    yield ['feature', withLayer(type, group, name, ['case', ['has', 'a'], literal, literal])];
    yield ['feature get', withLayer(type, group, name, ['get', 'a'])];
    yield ['state', withLayer(type, group, name, ['case', ['boolean', ['feature-state', 'a'], false], literal, literal])];
    yield ['global', withLayer(type, group, name, ['global-state', 'a'])];
    yield ['constant', withLayer(type, group, name, ['case', true, literal, literal])];
    yield ['function zoom', withLayer(type, group, name, { stops: [[5, value], [10, value]] })];
    yield ['function feature', withLayer(type, group, name, { property: 'a', stops: [[5, value], [10, value]] })];
    yield ['function identity', withLayer(type, group, name, { property: 'a', type: 'identity' })];
}

function* documents() {
    for (const type of ['background', ...Object.keys(sources)])
        for (const group of ['layout', 'paint'])
            for (const [name, property] of Object.entries(reference[`${group}_${type}`] ?? {}))
                for (const [kind, style] of ofProperty(type, group, name, property)) yield [`${type} ${name}`, kind, style];
    for (const [name, property] of Object.entries(reference.$root)) {
        const values = [['example', property.example], ['default', property.default], ['other', other(property)], ...wrong.map((bad) => [`wrong ${JSON.stringify(bad)}`, bad])];
        for (const [kind, value] of values)
            if (value !== undefined && !['version', 'layers'].includes(name)) yield [`root ${name}`, kind, { ...bare(), [name]: value }];
    }
    for (const part of ['light', 'sky', 'terrain', 'projection', 'transition'])
        for (const [name, property] of Object.entries(reference[part] ?? {}))
            for (const [kind, value] of [['default', property.default], ['other', other(property)], ...wrong.map((bad) => [`wrong ${JSON.stringify(bad)}`, bad])])
                if (value !== undefined && typeof property === 'object') yield [`${part} ${name}`, kind, { ...bare(), [part]: { [name]: value } }];
    for (const [name, property] of Object.entries(reference.source_geojson)) {
        if (name === '*' || name === 'type') continue;
        for (const [kind, value] of [['default', property.default], ['other', other(property)], ...wrong.map((bad) => [`wrong ${JSON.stringify(bad)}`, bad])])
            if (value !== undefined) yield [`geojson ${name}`, kind, { ...bare(), sources: { s: { ...geojson, [name]: value } } }];
    }
    for (const [name, property] of Object.entries(reference.layer)) {
        if (['layout', 'paint'].includes(name)) continue;
        for (const [kind, value] of [['other', other(property)], ...wrong.map((bad) => [`wrong ${JSON.stringify(bad)}`, bad])]) {
            const style = withLayer('fill', 'paint', '', undefined);
            style.layers[0][name] = value;
            yield [`layer ${name}`, kind, style];
        }
    }
}

const work = mkdtempSync(join(tmpdir(), 'mintu-validator-'));
const file = join(work, 'style.json');
let total = 0;
const differ = [];
for (const [name, kind, style] of documents()) {
    total++;
    const errors = validateStyleMin(JSON.parse(JSON.stringify(style)));
    writeFileSync(file, JSON.stringify(style));
    const run = spawnSync(mintu, ['style', 'check', file], { encoding: 'utf8' });
    const refused = run.status === 3;
    if (![0, 1, 3, 4].includes(run.status) || refused !== errors.length > 0) {
        differ.push(`${name}, ${kind}: mintu ${run.status}, validator ${errors.length ? errors[0].message : 'none'}`);
        if (verbose) console.log(differ.at(-1), (run.stderr + run.stdout).trim().split('\n')[0].slice(0, 160));
    }
}
rmSync(work, { recursive: true });
console.log(`${total} documents, ${differ.length} verdicts differ`);
process.exit(differ.length ? 1 : 0);
