import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseProperties } from '../../../server/src/formats/properties/parse';

/** What a reader makes of a document: its pairs sorted by key, or `refused`. */
export type Verdict = readonly (readonly [string, string])[] | 'refused';

const JUDGE = fileURLToPath(new URL('../../../tools/properties-judge/PropertiesJudge.java', import.meta.url));

/** The first line of `java -version`, or undefined where no JDK can run a source file. */
export function javaVersion(): string | undefined {
  const modules = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
  if (modules.status !== 0 || !modules.stdout.includes('jdk.compiler')) return undefined;
  return spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr.split('\n')[0]?.trim();
}

/** The verdicts of java.util.Properties itself. */
export async function javaVerdicts(documents: readonly string[]): Promise<Verdict[]> {
  const java = spawn('java', ['-Xmx256m', JUDGE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = once(java, 'close');
  for (const document of documents) {
    if (!java.stdin.write(encode(document))) await once(java.stdin, 'drain');
  }
  java.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`the judge ended with ${code}`);
  return decode(Buffer.concat(chunks));
}

/** The verdict of the parser under test. */
export function ownVerdict(document: string): Verdict {
  const { entries, problems } = parseProperties(document);
  if (problems.some((problem) => problem.code === 'malformed-unicode-escape')) return 'refused';
  return sorted(new Map(entries.map((entry) => [entry.key, entry.value.text])));
}

export interface Disagreement {
  readonly document: string;
  readonly java: Verdict;
  readonly own: Verdict;
}

/** The documents that java.util.Properties and the parser read differently, the shortest first. */
export async function disagreements(documents: readonly string[]): Promise<Disagreement[]> {
  const verdicts = await javaVerdicts(documents);
  if (verdicts.length !== documents.length) throw new Error('the judge left documents out');
  return documents
    .flatMap((document, index) => {
      const java = verdicts[index] ?? 'refused';
      const own = ownVerdict(document);
      return JSON.stringify(java) === JSON.stringify(own) ? [] : [{ document, java, own }];
    })
    .sort((a, b) => a.document.length - b.document.length);
}

function encode(document: string): Buffer {
  const units = Buffer.from(document, 'utf16le').swap16();
  const length = Buffer.alloc(4);
  length.writeInt32BE(document.length);
  return Buffer.concat([length, units]);
}

function decode(bytes: Buffer): Verdict[] {
  const verdicts: Verdict[] = [];
  let at = 0;
  const int = (): number => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const text = (): string => {
    const length = int() * 2;
    const units = Buffer.from(bytes.subarray(at, at + length)).swap16();
    at += length;
    return units.toString('utf16le');
  };
  while (at < bytes.length) {
    const size = int();
    if (size < 0) verdicts.push('refused');
    else verdicts.push(sorted(new Map(Array.from({ length: size }, () => [text(), text()]))));
  }
  return verdicts;
}

function sorted(pairs: ReadonlyMap<string, string>): Verdict {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}
