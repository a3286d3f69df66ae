// Asks Kafka's own JaasConfig how it reads odd texts and records the answers for the test of our reader, which must
// agree. Run `npm run gen:catalogue` first, which fetches the jars.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const NEWEST = JSON.parse(readFileSync(here('versions.json'), 'utf8')).findLast((release) => !release.core).version;

const VARIABLE = `${'$'}{A}`;
const VALUES = [
  'alice',
  '"alice"',
  "'alice'",
  '"a b"',
  '""',
  '"a\\"b"',
  "'a\"b'",
  '"a\\\\b"',
  '"tab\\tend"',
  '"\\101\\7\\400"',
  '"\\q"',
  '"per % cent"',
  '"ünï → 漢"',
  'ünï',
  'a-b_c$d.e',
  '-a',
  '.a',
  '5',
  '5a',
  'a5',
  '-5',
  '"5"',
  'a/b',
  '"a/b"',
  'a//b',
  'https://x/y',
  'a@b',
  'a:b',
  'a=b',
  '$a',
  VARIABLE,
  `"${VARIABLE}"`,
  '"open',
  '"line\nbreak"',
  'a#b',
  'a!b',
  '',
  '\u00a0',
  '\u0085',
  'a,b',
];
const SHAPES = [
  (value) => `org.x.Module required username=${value} password="p";`,
  (value) => `org.x.Module required username=${value};`,
  (value) => `org.x.Module required\n  username = ${value}\n  password = "p" ;`,
  (value) => `${value} required a="b";`,
  (value) => `org.x.Module ${value} a="b";`,
  (value) => `org.x.Module required ${value}="b";`,
  (value) => `org.x.Module required a="b" ${value};`,
];
const WHOLE = [
  '',
  ';',
  'org.x.Module',
  'org.x.Module required',
  'org.x.Module required;',
  'org.x.Module REQUIRED ;',
  'org.x.Module Sufficient;',
  'org.x.Module optional a=b;',
  'org.x.Module requisite a=b a=c;',
  'org.x.Module needed;',
  'org.x.Module required a=b; org.y.Module required;',
  'org.x.Module required a=b;;',
  '// note\norg.x.Module required /* note */ a=b; // end',
  'org.x.Module required a=b; /* open',
  'org.x.Module required a=b /; c=d;',
  'org.x.Module required a=b\r\nc=d;',
  'org.x.Module required a=b',
  'org.x.Module required a;',
  'org.x.Module required a=;',
  'org.x.Module required a=b trailing;',
  'KafkaClient { org.x.Module required a=b; };',
];

const texts = [...new Set([...WHOLE, ...SHAPES.flatMap((shape) => VALUES.map(shape))])];
const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
const sources = ['JaasJudge', 'Json'].map((name) => here(`src/${name}.java`));
execFileSync('javac', ['--release', '11', '-d', here('.cache/classes'), ...sources], { stdio: 'inherit' });
const classPath = `${here('.cache/classes')}:${here(`.cache/lib/${NEWEST}`)}/*`;
const output = execFileSync('java', ['-cp', classPath, 'JaasJudge'], { input, stdio: ['pipe', 'pipe', 'ignore'] });
const answers = output.toString().trimEnd().split('\n');
if (answers.length !== texts.length) throw new Error(`Kafka answered ${answers.length} of ${texts.length} texts.`);
const recorded = texts.map((text, index) => `[${JSON.stringify(text)},${answers[index]}]`);
const target = here('../../test/connections/expectations/');
mkdirSync(target, { recursive: true });
writeFileSync(`${target}jaas.json`, `[\n${recorded.join(',\n')}\n]\n`);
console.log(`Recorded ${texts.length} answers of Kafka ${NEWEST}.`);
