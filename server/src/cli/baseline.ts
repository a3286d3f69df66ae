import { writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { diskError } from '../disk/diskError';
import { readSmallFile } from '../disk/readSmallFile';
import { jsonText } from '../escape/json';
import { fingerprintOf } from './fingerprint';
import type { LintedText } from './lintFile';

/** How many findings with a fingerprint a file has; both by name, so that the file can be read and merged. */
type Known = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The baseline cannot be read or written, with the way out. */
export class BaselineError extends Error {}

const MOST_BYTES = 64 * 1024 * 1024;

export interface Compared {
  readonly results: readonly LintedText[];
  /** How many findings the baseline knows. */
  readonly known: number;
}

/** The results without what the baseline knows. */
export function withoutKnown(results: readonly LintedText[], path: string, cwd: string): Compared {
  const baseline = read(path);
  let count = 0;
  const left = results.map((result) => {
    const known = new Map(baseline.get(nameIn(path, cwd, result.file)));
    const findings = result.findings.filter((finding) => {
      const fingerprint = fingerprintOf(result, finding);
      const rest = known.get(fingerprint) ?? 0;
      if (rest === 0) return true;
      known.set(fingerprint, rest - 1);
      count++;
      return false;
    });
    return { ...result, findings };
  });
  return { results: left, known: count };
}

export function writeBaseline(results: readonly LintedText[], path: string, cwd: string): number {
  const files = results.flatMap((result) => {
    const counts = new Map<string, number>();
    for (const finding of result.findings) {
      const fingerprint = fingerprintOf(result, finding);
      counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
    }
    return counts.size > 0 ? [[nameIn(path, cwd, result.file), Object.fromEntries(sorted(counts))] as const] : [];
  });
  try {
    writeFileSync(path, jsonText({ version: 1, findings: Object.fromEntries(sorted(new Map(files))) }));
  } catch (error) {
    throw new BaselineError(`${path}: ${diskError(error).message}.`);
  }
  return results.reduce((sum, { findings }) => sum + findings.length, 0);
}

/** Relative to the baseline, so that it holds in every clone. */
function nameIn(baseline: string, cwd: string, file: string): string {
  return relative(dirname(baseline), resolve(cwd, file)).replaceAll(sep, '/');
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function read(path: string): Known {
  const { findings, version } = Object(parse(path));
  if (version !== 1 || typeof findings !== 'object' || findings === null) {
    throw new BaselineError(`${path}: this is not a baseline of kafka-lint; --update-baseline writes one.`);
  }
  return new Map(Object.entries(findings).map(([file, counts]) => [file, countsOf(counts)]));
}

function countsOf(raw: unknown): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(Object(raw)).flatMap(([key, count]) => (Number.isInteger(count) ? [[key, Number(count)]] : [])),
  );
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readSmallFile(path, MOST_BYTES).bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new BaselineError(`${path}: this is not JSON; --update-baseline writes it anew.`);
    throw new BaselineError(`${path}: ${diskError(error).message}; --update-baseline creates it.`);
  }
}
