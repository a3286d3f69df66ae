// Writes media/icon.png, which the Marketplace wants, from media/icon.svg; with `--check` only tells whether it is stale.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { generate } from './generate.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Pixels; the Marketplace asks for at least 128 and shows the double on dense screens. */
const WIDTH = 256;

// The renderer is WebAssembly, so that every machine writes the same bytes.
await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const svg = await readFile(`${root}media/icon.svg`, 'utf8');
const png = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH } }).render().asPng();

await generate({ root, wanted: new Map([['media/icon.png', Buffer.from(png)]]), command: 'npm run gen' });
