// Asks Kafka's own ConfigDef how it reads odd texts of every type and records the answers for the test of our reader,
// which must agree. Run `npm run gen:catalogue` first, which fetches the jars.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const NEWEST = JSON.parse(readFileSync(here('versions.json'), 'utf8')).findLast((release) => !release.core).version;

const TYPES = ['BOOLEAN', 'STRING', 'INT', 'SHORT', 'LONG', 'DOUBLE', 'LIST'];
const PIECES = [
  '',
  '0',
  '1',
  '7',
  '-1',
  '+1',
  '--1',
  '-',
  '+',
  '00012',
  '32767',
  '32768',
  '-32768',
  '-32769',
  '2147483647',
  '2147483648',
  '-2147483648',
  '-2147483649',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '-9223372036854775809',
  '1.5',
  '.5',
  '5.',
  '.',
  '1e3',
  '1E-3',
  '1e',
  'NaN',
  'Infinity',
  '-Infinity',
  'infinity',
  '1f',
  '1d',
  '1D',
  '1L',
  '0x10',
  '1_000',
  '1,000',
  '10ms',
  '16 KB',
  'true',
  'TRUE',
  'True',
  'false',
  'yes',
  'on',
  'all',
  '"all"',
  'a',
  'a,b',
  'a, b',
  'a ,b',
  ',a',
  'a,',
  ',',
  ',,',
  'a,,b',
  'a\tb',
  '\u00a0',
  '\u2003',
  '٣',
  '１',
  '10 # ten',
  `${'$'}{X}`,
];
const BLANKS = ['', ' ', '\t', '\u0000', '\u001f', '\u00a0', '\n'];

const texts = [...new Set(PIECES.flatMap((piece) => BLANKS.flatMap((blank) => [piece, blank + piece, piece + blank])))];
const cases = TYPES.flatMap((type) => texts.map((text) => ({ type, text })));
const input = cases.map(({ type, text }) => `${type} ${Buffer.from(text).toString('base64')}\n`).join('');
const sources = ['ParseJudge', 'Json'].map((name) => here(`src/${name}.java`));
execFileSync('javac', ['--release', '11', '-d', here('.cache/classes'), ...sources], { stdio: 'inherit' });
const classPath = `${here('.cache/classes')}:${here(`.cache/lib/${NEWEST}`)}/*`;
const stdio = ['pipe', 'pipe', 'ignore'];
const output = execFileSync('java', ['-cp', classPath, 'ParseJudge'], { input, stdio, maxBuffer: 1 << 26 });
const answers = output
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
if (answers.length !== cases.length) throw new Error(`Kafka answered ${answers.length} of ${cases.length} cases.`);
const recorded = cases.map(({ type, text }, index) => JSON.stringify([type, text, answers[index]]));
const target = here('../../test/catalogue/expectations/');
mkdirSync(target, { recursive: true });
writeFileSync(`${target}parsing.json`, `[\n${recorded.join(',\n')}\n]\n`);
console.log(`Recorded ${cases.length} answers of Kafka ${NEWEST}.`);
