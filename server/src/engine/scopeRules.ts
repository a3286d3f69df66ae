import { type Reader, readerOf } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Fix, Report } from '../model/finding';
import type { Scope } from '../model/scope';
import type { RuleContext, ScopeRule } from '../rules/rule';
import type { Subject } from './asks';
import { keptOf, laterFixes, reportsOf } from './keptReports';
import type { Memo } from './memo';
import { nothingSeen, observed } from './observing';

type Run = (subject: Pick<Subject, 'reader' | 'document'>) => Iterable<Report>;
type IsLate = () => boolean;

export interface ScopeJudgment {
  readonly document: ConfigDocument;
  /** The rules that are on for the scope. */
  readonly rules: readonly ScopeRule[];
  contextFor(rule: ScopeRule): RuleContext;
}

/**
 * What rules report of a scope. Nothing is asked again whose answer is known, unless it is code: what a rule looks at
 * there is far more than what it says.
 */
export function scopeReports(
  scope: Scope,
  { document, rules, contextFor }: ScopeJudgment,
  memo: Memo,
): (rule: ScopeRule, isLate: IsLate) => Iterable<Report> {
  const subject: Subject = { kind: kindOf(scope), reader: readerOf(scope), document };
  const reports = document.family === 'code' ? plainReports : remembering(memo);
  const entryRules = rules.filter(({ checkEntry }) => checkEntry);
  let speaking: readonly Speaking[] | undefined;
  return function* (rule, isLate) {
    const context = contextFor(rule);
    const own: Subject = { ...subject, kind: `${subject.kind} ${kindOfContext(context)}` };
    for (const check of rule.checks ?? (rule.check ? [rule.check] : [])) {
      yield* reports(check, own, (given) => check(given.reader, { ...context, document: given.document }), isLate);
    }
    const { checkEntry } = rule;
    if (!checkEntry) return;
    speaking ??= speakingIn(scope, memo, subject, entryRules, contextFor);
    for (const { entry, speakers } of speaking) {
      if (!speakers.includes(rule)) continue;
      const run: Run = (given) => checkEntry(entry, given.reader, { ...context, document: given.document });
      yield* reports(checkEntry, { ...own, entry }, run, isLate);
    }
  };
}

/** Those of most rules. */
export const NO_OPTIONS: RuleContext['options'] = {};

/** What every reading of a scope depends on. */
function kindOf({ role, client, package: from, target, completeness, defaults }: Scope): string {
  return `${role} ${client} ${from} ${target.version} ${completeness} ${defaults && JSON.stringify([...defaults])}`;
}

function kindOfContext({ profile, options }: RuleContext): string {
  return options === NO_OPTIONS ? `${profile}` : `${profile} ${JSON.stringify(options)}`;
}

function plainReports(_: object, subject: Subject, run: Run, isLate: IsLate): Iterable<Report> {
  return inTime(run(subject), isLate);
}

function remembering(memo: Memo): (rule: object, subject: Subject, run: Run, isLate: IsLate) => Iterable<Report> {
  return (rule, subject, run, isLate) => {
    const again = (): readonly Report[] => [...inTime(run(subject), isLate)];
    const known = memo.find(rule, subject);
    if (known) return reportsOf(known, subject, again);
    const seen = nothingSeen(subject);
    const reports = [...inTime(run(observed(subject, seen)), isLate)];
    // What has taken too long has not come to its end, or is told of again.
    const kept = seen.tooMuch || isLate() ? undefined : keptOf(reports, seen, subject);
    if (kept) memo.keep(rule, subject, seen, kept);
    // The edits speak of what was observed, and have to speak of what is there.
    const fixesOf = laterFixes(again);
    return reports.map((report, index) => ({ ...report, fixes: fixesOf(report.fixes ?? [], index) }));
  };
}

interface Speaking {
  readonly entry: Entry;
  readonly speakers: readonly ScopeRule[];
}

/** The entries of which some rule has something to say. All rules look at an entry that is not known, one after another. */
function speakingIn(
  scope: Scope,
  memo: Memo,
  subject: Subject,
  rules: readonly ScopeRule[],
  contextFor: (rule: ScopeRule) => RuleContext,
): readonly Speaking[] {
  if (subject.document.family === 'code') return scope.entries.map((entry) => ({ entry, speakers: rules }));
  const contexts = rules.map((rule) => ({ rule, context: contextFor(rule) }));
  const kinds = contexts.map(({ rule, context }) => `${rule.id} ${kindOfContext(context)}`);
  const all: Subject = { ...subject, kind: `${subject.kind} ${kinds.join(' ')}` };
  const known = memo.speakers.of(all);
  const asked = (entry: Entry): readonly number[] => {
    const own: Subject = { ...all, entry };
    const seen = nothingSeen(own);
    const given = observed(own, seen);
    const found = contexts.flatMap(({ rule, context }, index) =>
      speaks(rule, entry, given.reader, { ...context, document: given.document }) ? [index] : [],
    );
    if (!seen.tooMuch) known.set(entry, seen, found);
    return found;
  };
  return scope.entries.flatMap((entry) => {
    const found = known.get(entry) ?? asked(entry);
    return found.length === 0 ? [] : [{ entry, speakers: found.flatMap((index) => rules[index] ?? []) }];
  });
}

function speaks({ checkEntry }: ScopeRule, entry: Entry, reader: Reader, context: RuleContext): boolean {
  try {
    for (const _ of checkEntry?.(entry, reader, context) ?? []) return true;
    return false;
  } catch {
    // It is run once more alone, and what it throws is told.
    return true;
  }
}

/**
 * Reports up to the end of the rule's time, with the fixes that change something: a library may have no word for what a
 * fix would write.
 */
export function* inTime(reports: Iterable<Report>, isLate: IsLate): Iterable<Report> {
  for (const report of reports) {
    yield report.fixes ? { ...report, fixes: report.fixes.filter(changes) } : report;
    if (isLate()) return;
  }
}

function changes({ edits, foreign = [], command }: Fix): boolean {
  return edits.length + foreign.length > 0 || command !== undefined;
}
