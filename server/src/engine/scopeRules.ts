import { readerOf } from '../catalogue/reader';
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
  let speaking: readonly Entry[] | undefined;
  return function* (rule, isLate) {
    const context = contextFor(rule);
    const own: Subject = { ...subject, kind: `${subject.kind} ${kindOfContext(context)}` };
    for (const check of rule.checks ?? (rule.check ? [rule.check] : [])) {
      yield* reports(check, own, (given) => check(given.reader, { ...context, document: given.document }), isLate);
    }
    const { checkEntry } = rule;
    if (!checkEntry) return;
    speaking ??= document.family === 'code' ? scope.entries : notSilent(memo, subject, entryRules, contextFor);
    for (const entry of speaking) {
      const run: Run = (given) => checkEntry(entry, given.reader, { ...context, document: given.document });
      yield* reports(checkEntry, { ...own, entry }, run, isLate);
    }
  };
}

/** What every reading of a scope depends on. */
function kindOf({ role, client, package: from, target, completeness, defaults }: Scope): string {
  return `${role} ${client} ${from} ${target.version} ${completeness} ${defaults && JSON.stringify([...defaults])}`;
}

function kindOfContext({ profile, options }: RuleContext): string {
  return `${profile} ${JSON.stringify(options)}`;
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

/** The entries of which some rule has something to say: those of which none has are told by one look for all rules. */
function notSilent(
  memo: Memo,
  subject: Subject,
  rules: readonly ScopeRule[],
  contextFor: (rule: ScopeRule) => RuleContext,
): readonly Entry[] {
  const contexts = rules.map((rule) => contextFor(rule));
  const kinds = rules.map(({ id }, index) => `${id} ${contexts[index] && kindOfContext(contexts[index])}`);
  const all: Subject = { ...subject, kind: `${subject.kind} ${kinds.join(' ')}` };
  const silent = memo.silence.of(all);
  const isSilent = (entry: Entry): boolean => {
    if (silent.has(entry)) return true;
    const own: Subject = { ...all, entry };
    const seen = nothingSeen(own);
    const { reader, document } = observed(own, seen);
    try {
      for (const [index, rule] of rules.entries()) {
        const context = contexts[index];
        if (!context || !rule.checkEntry) continue;
        for (const _ of rule.checkEntry(entry, reader, { ...context, document })) return false;
      }
    } catch {
      // The rule that has thrown is run once more by itself, and is told of.
      return false;
    }
    if (!seen.tooMuch) silent.add(entry, seen);
    return true;
  };
  return subject.reader.scope.entries.filter((entry) => !isSilent(entry));
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
