import { type LintSettings, lint } from '../../engine/lint';
import type { ConfigDocument } from '../../model/document';
import type { Severity } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { type Place, placesIn } from '../places';

/** The most findings that one answer has: an assistant reads all of it, and pays for it. */
export const MOST_FINDINGS = 100;

/** What a part of a file was read as. */
export interface ReadAs {
  readonly role: string;
  readonly client: string;
  readonly kafkaVersion: string;
  /** Where the version comes from: `directive`, `setting`, `workspace`, `content` or `newest`. */
  readonly versionFrom: string;
}

export interface ToldFinding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Titles of the fixes; a safe one weakens neither delivery guarantees, security nor ordering. */
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

export interface ToldFindings {
  /** Empty when the file is not about Kafka. */
  readonly readAs: readonly ReadAs[];
  readonly findings: readonly ToldFinding[];
  /** How many further findings there are, with errors told first. */
  readonly omitted: number;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the linter finds in a document, for an assistant. */
export function describeFindings(document: ConfigDocument | undefined, settings: LintSettings): ToldFindings {
  if (!document) return { readAs: [], findings: [], omitted: 0 };
  const placeOf = placesIn(document.text);
  const { findings } = lint(document, settings);
  const worstFirst = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const told = worstFirst.slice(0, MOST_FINDINGS).map(
    ({ rule, severity, message, fixes, span }): ToldFinding => ({
      rule,
      severity,
      message,
      fixes: fixes.map(({ title, safe }) => ({ title, safe })),
      ...placeOf(span),
    }),
  );
  return { readAs: readAs(document.scopes), findings: told, omitted: findings.length - told.length };
}

/** Each reading once: code may have many clients of one kind. */
function readAs(scopes: readonly Scope[]): ReadAs[] {
  const known = new Map<string, ReadAs>();
  for (const { role, client, target } of scopes) {
    const reading = { role, client, kafkaVersion: target.version, versionFrom: target.source };
    known.set(JSON.stringify(reading), reading);
  }
  return [...known.values()];
}
