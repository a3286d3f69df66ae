import { createRequire } from 'node:module';
import { folderOf } from './packages.mjs';

/** TypeScript's own parser and checker, of a release that still has them as a library. */
export const ts = createRequire(import.meta.url)(`${folderOf('typescript')}/lib/typescript.js`);
