// Mocha reads this before the tests.
import fc from 'fast-check';

/** Any number does; it is kept, so that the cases are. */
const KEPT = 20_110_111;

/**
 * Property tests try the same cases on every run, so that a change is refused for what it breaks and not for a case that nobody had
 * come upon before. `SEED=fresh npm run test:unit` tries others, and `SEED=1234` those of a run that failed.
 */
const wanted = process.env.SEED;
if (wanted !== 'fresh') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? KEPT) });
