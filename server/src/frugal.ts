import { setFlagsFromString } from 'node:v8';

// Imported first, for its effect. An editor runs many servers side by side, so memory counts for more than the last
// bit of speed: by default V8 lets its young generation grow to 48 MiB and compiles for speed at any size.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');

/** Takes V8's own limits back, since a small heap would spend more time on collecting than on a long document or a tree. */
export function allowMemory(): void {
  setFlagsFromString('--no-optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=2');
}
