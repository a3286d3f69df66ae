import { parseArgs } from 'node:util';
import { compareEdits } from './editing';

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 10_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

console.log(`${count} edits with seed ${seed}`);
const faults = compareEdits(count, seed, console.log);
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
