// `npm run judge:reports`: the reports of the examples as build servers read them, by the library of many of their plugins, held
// against the same findings as JSON. Needs a JDK and mvn.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OUTPUT_FORMATS } from '../../server/src/cli/options';
import { run } from '../../server/src/cli/run';
import { fileCommand, type ToldFinding } from './support';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const TOOL = here('../../tools/report-judge');
const PARSERS = { CHECKSTYLE: 'checkstyle', CODECLIMATE: 'codeclimate', JUNIT: 'junit', SARIF: 'sarif' } as const;
type Parser = keyof typeof PARSERS;

const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-reports-'));
try {
  const findings: readonly ToldFinding[] = JSON.parse(report('json')).findings;
  const read = readByJudge();
  for (const parser of Object.keys(PARSERS) as Parser[]) {
    const own = read.filter((one) => one.parser === parser);
    const wrong = disagreements(findings, own);
    console.log(`${PARSERS[parser]}: ${own.length} of ${findings.length} findings read, ${wrong} not alike`);
    if (wrong > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(format: (typeof OUTPUT_FORMATS)[number]): string {
  let text = '';
  run(fileCommand(['--format', format, '--fail-on', 'never', '.']), {
    cwd: here('../../examples'),
    version: '0.0.0',
    color: false,
    out: (part) => {
      text += part;
    },
    err: () => undefined,
    readStdin: () => Buffer.alloc(0),
  });
  return text;
}

interface Read {
  readonly parser: string;
  readonly place: string;
  readonly rule: string;
  readonly message: string;
}

function readByJudge(): readonly Read[] {
  const [jars, classes] = [join(TOOL, '.cache', 'lib'), join(TOOL, '.cache', 'classes')];
  execFileSync('mvn', ['-q', '-B', '-f', TOOL, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`], {
    stdio: 'inherit',
  });
  execFileSync('javac', ['-d', classes, '-cp', `${jars}/*`, join(TOOL, 'ReportJudge.java')], { stdio: 'inherit' });
  const args = Object.entries(PARSERS).flatMap(([parser, format]) => {
    const path = join(folder, format);
    writeFileSync(path, report(format));
    return [parser, path];
  });
  const lines = execFileSync('java', ['-cp', `${classes}:${jars}/*`, 'ReportJudge', ...args], {
    encoding: 'utf8',
  }).trim();
  return lines.split('\n').map(readLine);
}

function readLine(line: string): Read {
  const [parser = '', file = '', at = '', , rule = '', message = ''] = line.split(' ');
  const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
  return { parser, place: `${decoded(file)}:${at}`, rule: decoded(rule), message: decoded(message) };
}

/** Plugins add to rules and messages what they have beside them, and take none away. */
function disagreements(findings: readonly ToldFinding[], read: readonly Read[]): number {
  const left = [...read];
  const missing = findings.filter(({ file, line, rule, message }) => {
    const at = left.findIndex(
      (one) =>
        one.place === `${file}:${line}` && `${one.rule} ${one.message}`.includes(rule) && one.message.includes(message),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return missing.length + left.length;
}
