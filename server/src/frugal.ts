import { setFlagsFromString } from 'node:v8';

// Imported first, for its effect. An editor runs many servers side by side, so memory counts for more than the last
// bit of speed: by default V8 lets its young generation grow to 48 MiB and compiles for speed at any size.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');

/** Compiles for speed where each keystroke goes through a whole syntax tree; the young generation stays small. */
export function allowCompiling(): void {
  setFlagsFromString('--no-optimize-for-size');
}

/** Takes V8's own limits back, since a small heap would spend more time on collecting than on a long document. */
export function allowMemory(): void {
  setFlagsFromString('--no-optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=2');
}
