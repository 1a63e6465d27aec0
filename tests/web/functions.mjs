// The expression that a refused function object names gives what MapLibre GL JS makes of the function: validator.sh runs this.
//
// Functions of every kind are made for each property of the layer types that print draws; where `mintu style check` names an
// expression instead, both are evaluated at zooms and for features, by the specification's own reference implementation.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(process.env.MODULES, '@maplibre/maplibre-gl-style-spec/dist');
const spec = await import(pathToFileURL(join(folder, 'index.mjs')));
const reference = JSON.parse(readFileSync(join(folder, 'latest.json'), 'utf8'));
const geojson = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

function valuesOf({ type, values, value, length, default: usual }) {
    switch (type) {
        case 'number': return [0.2, 0.9, 0.4];
        case 'color': return ['#ff0000', 'rgba(0, 0, 255, 0.5)', 'green'];
        case 'boolean': return [true, false, true];
        case 'enum': return [...Object.keys(values), ...Object.keys(values)].slice(0, 3);
        case 'formatted': case 'resolvedImage': return ['a', 'b', 'c'];
        case 'array': return value === 'number' ? [[1, 2, 3, 4], [5, 7, 9, 11], [2, 2, 2, 2]].map((a) => a.slice(0, length ?? 2))
            : value === 'string' ? [['x'], ['y'], ['x', 'y']] : null;
        case 'padding': return [[1], [1, 2], [4, 3, 2, 1]];
        default: return null;
    }
}

function* functionsOf(property) {
    const values = valuesOf(property);
    if (!values) return;
    const [a, b, c] = values, zoomed = [[5, a], [8, b], [10, c]], numbers = [[0, a], [1, b], [5, c]];
    const both = [[{ zoom: 5, value: 0 }, a], [{ zoom: 5, value: 2 }, b], [{ zoom: 9, value: 0 }, c], [{ zoom: 9, value: 2 }, a]];
    for (const type of [undefined, 'exponential', 'interval'])
        for (const base of [undefined, 1, 1.5]) {
            yield { type, base, stops: zoomed };
            yield { type, base, stops: zoomed.slice(0, 1) };
            yield { type, base, stops: [[5, a], [5, b], [9, c]] };
            for (const otherwise of [undefined, c]) {
                yield { type, base, property: 'p', stops: numbers, default: otherwise };
                yield { type, base, property: 'p', stops: numbers.slice(1, 2), default: otherwise };
                yield { type, base, property: 'p', stops: both, default: otherwise };
                yield { type, base, property: 'p', stops: both.slice(0, 2), default: otherwise };
            }
        }
    for (const colorSpace of ['rgb', 'lab', 'hcl'])
        yield* [{ colorSpace, stops: zoomed }, { colorSpace, property: 'p', stops: numbers }, { colorSpace, property: 'p', stops: both }];
    for (const otherwise of [undefined, b])
        for (const keys of [['a', 'b', '1'], [0, 1, 7], [true, false]])
            yield { type: 'categorical', property: 'p', stops: keys.map((key, i) => [key, values[i]]), default: otherwise };
    yield { type: 'categorical', property: 'p', stops: ['a', 'b'].flatMap((key, i) => [[{ zoom: 5, value: key }, values[i]]]) };
    for (const otherwise of [undefined, b]) yield { type: 'identity', property: 'p', default: otherwise };
}

// The tokens of old, arrays and objects in place of a number or text are no values that functions were written for.
const features = [{}, ...[null, -1, 0, 0.5, 1, 1.5, 2, 5, 7, 9, 'a', 'b', '1', 'red', 'center', 'round', true, false].map((p) => ({ p }))];
const zooms = [0, 5, 6.5, 8, 9, 9.5, 22];

// A text or an image by itself is as good as one that is wrapped up.
const bare = (value) => (value?.sections ? value.sections.map((section) => section.text).join('') : (value?.name ?? value));
const plain = (value) => JSON.stringify(value, (key, v) => (typeof v === 'number' ? Math.round(v * 1e6) / 1e6 : key === 'available' ? undefined : v));

function compare(written, expression, name, property) {
    const old = spec.normalizePropertyExpression(written, name, property);
    const parsed = spec.createPropertyExpression(expression, name, property);
    if (parsed.result === 'error') return `is not valid: ${parsed.value[0].message}`;
    // What a property without a default has when nothing is said.
    const nothing = (value) => bare(value) ?? null;
    for (const zoom of zooms)
        for (const properties of features) {
            const feature = { type: 'Point', properties };
            let before;
            try {
                before = nothing(old.evaluate({ zoom }, feature));
            } catch {
                continue; // the function itself fails in a running map
            }
            const now = nothing(parsed.value.evaluate({ zoom }, feature));
            if (plain(before) !== plain(now)) return `at zoom ${zoom}, ${JSON.stringify(properties)}: ${plain(before)} was, ${plain(now)} is`;
        }
    return null;
}

const cases = [];
for (const type of ['background', 'fill', 'line', 'circle', 'symbol'])
    for (const group of ['layout', 'paint'])
        for (const [name, property] of Object.entries(reference[`${group}_${type}`]))
            for (const written of functionsOf(property)) cases.push({ type, group, name, property, written: JSON.parse(JSON.stringify(written)) });

console.warn = () => {};
const work = mkdtempSync(join(tmpdir(), 'mintu-functions-'));
const file = join(work, 'style.json');
let named = 0;
const wrong = [];
for (let i = 0; i < cases.length; i += 90) {
    const some = cases.slice(i, i + 90);
    const layers = some.map(({ type, group, name, written }, k) => ({ id: `l${k}`, type, ...(type === 'background' ? {} : { source: 's' }), [group]: { [name]: written } }));
    writeFileSync(file, JSON.stringify({ version: 8, sources: { s: geojson }, layers }));
    const run = spawnSync(process.env.MINTU, ['style', 'check', file], { encoding: 'utf8' });
    for (const line of run.stdout.split('\n')) {
        const [, index, expression] = /\/layers\/(\d+)\/.*write the expression (["[{].*)$/.exec(line) ?? [];
        if (!expression) continue;
        named++;
        const { name, property, written } = some[index];
        const fault = compare(written, JSON.parse(expression), name, property);
        if (fault) wrong.push(`${name}: ${JSON.stringify(written)} as ${expression} ${fault}`);
    }
}
rmSync(work, { recursive: true });
for (const line of wrong) console.log(line);
console.log(`${cases.length} functions, ${named} named as expressions, ${wrong.length} of them wrong`);
process.exit(wrong.length || named === 0 ? 1 : 0);
