// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the files.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Judged, wrongVariables } from './verdicts';

const tool = (path: string): string => fileURLToPath(new URL(`../../../tools/${path}`, import.meta.url));

/** Names that no image makes a setting of, so that their values stay as they are. */
const name = fc.constantFrom('A', 'B_1', 'LONG_NAME', 'c');
const piece = fc.constantFrom(
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '#',
    ' #x',
    '=',
    ':',
    '"',
    "'",
    '""',
    "'x y'",
    '"x y"',
    '\\',
    '\\\\',
    '\\n',
    '\\"',
    "\\'",
    '\\ ',
  ],
  ...['\\$', '$', '$$', '${UNSET:-d}', '${UNSET-d}', '$UNSET', '${UNSET}', '\t', ',', '/', '@', '%', '`', 'é'],
);
const value = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
const quoted = fc.tuple(fc.constantFrom('"', "'", ''), value).map(([quote, text]) => quote + text + quote);

const envLine = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom('', 'export ', '  '), name, fc.constantFrom('=', ' = ', ':'), quoted)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '# comment', '  # indented', '\t') },
);
const envFile = fc
  .tuple(fc.array(envLine, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => ['KAFKA_NODE_ID=1', 'KAFKA_PROCESS_ROLES=broker', ...lines, ''].join(end));

const assignments = fc.array(
  fc.tuple(name, quoted).map((parts) => parts.join('=')),
  { minLength: 1, maxLength: 3 },
);
const joint = fc.constantFrom(' ', '  ', ' \\\n', ' \\\n  ', ' \\\n# why\n  ', ' \\  \n');
const envInstruction = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(assignments, joint).map(([words, between]) => `ENV ${words.join(between)}`) },
  { weight: 2, arbitrary: fc.tuple(name, quoted).map(([one, text]) => `ENV ${one} ${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('# comment', 'RUN true', 'LABEL A=b', 'COPY <<EOF /x.txt\nENV A=1\nEOF') },
);
const dockerfile = fc
  .array(envInstruction, { minLength: 1, maxLength: 3 })
  .map((lines) => `${['FROM apache/kafka:4.1.0', 'ENV KAFKA_NODE_ID=1', ...lines].join('\n')}\n`);

/**
 * Compares the variables of environment files with Docker Compose's own reader and those of Dockerfiles with BuildKit's,
 * or records a few answers for machines without Go (`--record`).
 */
function main(): number {
  const { values } = parseArgs({ options: { count: { type: 'string' }, record: { type: 'boolean' } } });
  const numRuns = values.record ? 150 : Number(values.count ?? 5000);
  const judged = [
    ...judge('dotenv', fc.sample(envFile, { numRuns }), 'yaml-judge', ['dotenv']),
    ...judge('dockerfile', fc.sample(dockerfile, { numRuns }), 'dockerfile-judge', []),
  ];
  if (values.record) {
    const file = fileURLToPath(new URL('./expectations/variables.json', import.meta.url));
    writeFileSync(file, `[\n${judged.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
    return 0;
  }
  const wrong = wrongVariables(judged);
  for (const one of wrong.slice(0, 10)) console.log(one);
  const accepted = judged.filter(({ variables }) => variables !== 'refused').length;
  console.log(`${accepted} files compared, ${wrong.length} disagreements`);
  return wrong.length === 0 ? 0 : 1;
}

function judge(
  reader: Judged['reader'],
  texts: readonly string[],
  folder: string,
  options: readonly string[],
): Judged[] {
  const program = join(mkdtempSync(join(tmpdir(), 'variables-judge-')), 'judge');
  execFileSync('go', ['build', '-o', program, '.'], { cwd: tool(folder), stdio: 'inherit' });
  const input = texts.map((text) => JSON.stringify(text)).join('\n');
  const answers = execFileSync(program, options, { input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] })
    .toString()
    .trim()
    .split('\n');
  return texts.map((text, index) => ({ reader, text, variables: pairsOf(JSON.parse(answers[index] ?? 'null')) }));
}

/** Compose answers with a map, BuildKit with the pairs of each stage. */
function pairsOf(answer: 'refused' | Record<string, string> | [string, string][][]): Judged['variables'] {
  if (answer === 'refused') return answer;
  return Array.isArray(answer) ? answer.flat() : Object.entries(answer);
}

process.exitCode = main();
