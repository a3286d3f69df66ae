// `npm run livecheck`: starts a real Kafka with every server example of the rules' pages that is an error, and with what its
// fixes leave. Option: --only TEXT (rules whose id has it).
import { parseArgs } from 'node:util';
import { hasJava } from '../harness/jars';
import { type LiveCase, liveCases } from './cases';
import { type LiveSession, type Outcome, openSession } from './session';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  if (!hasJava()) throw new Error('There is no javac on the path. A JDK of version 17 or later and mvn are needed.');
  const cases = liveCases().filter(({ rule }) => rule.includes(values.only));
  const session = openSession();
  const start = performance.now();
  let wrong = 0;
  console.log(row(['release', 'as it is', 'with its fixes', 'rule and place']));
  try {
    for (const live of cases) wrong += await check(session, live);
  } finally {
    await session.dispose();
  }
  const rules = new Set(cases.map(({ rule }) => rule)).size;
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`\n${cases.length} mistakes of ${rules} rules in ${seconds} s; ${wrong} not as the rules say.`);
  if (wrong > 0) process.exitCode = 1;
}

/** Returns 1 when Kafka says otherwise. */
async function check(session: LiveSession, live: LiveCase): Promise<number> {
  const bad = await session.attempt(live, live.bad);
  const mended: Outcome[] = [];
  for (const { text } of live.mended) mended.push(await session.attempt(live, text));
  const holds = !bad.started && mended.every(({ started }) => started);
  const cells = [live.release, word(bad), mended.map(word).join(' '), `${live.rule}, ${live.place}`];
  console.log(`${holds ? '' : 'WRONG\n'}${row(cells)}`);
  console.log(`         ${bad.said.slice(0, 160)}`);
  live.mended.forEach(({ title, text }, index) => {
    const outcome = mended[index];
    if (outcome && !outcome.started) console.log(`  ${title} does not let it start: ${outcome.said}\n${text}`);
  });
  if (bad.started) console.log(`  Kafka starts with it:\n${live.bad}`);
  return holds ? 0 : 1;
}

const WIDTHS = [9, 10, 24];

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0)).join('');
}

function word({ started }: Outcome): string {
  return started ? 'starts' : 'refused';
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
