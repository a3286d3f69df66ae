import type { Finding, Fix, Report } from '../model/finding';
import { isOnByDefault, type Rule } from '../rules/rule';
import type { LintSettings, RuleFailure } from './lint';

/** Many times what the slowest rule takes for the largest file; behind it the other rules have their turn. */
export const MOST_MS = 5_000;

interface Judge {
  /** Adds to `found` what the rule reports, with the severity that is in force. */
  judge(rule: Rule, check: () => Iterable<Report>, found: Finding[]): void;
  readonly failures: RuleFailure[];
}

/** Runs rules for one document, each within its time; what a rule has found when its time is over stays. */
export function createJudge(settings: LintSettings, now: () => number): Judge {
  const failures: RuleFailure[] = [];
  const spent = new Map<string, number>();
  const isLate = (rule: Rule): boolean => (spent.get(rule.id) ?? 0) > MOST_MS;
  const judge: Judge['judge'] = (rule, check, found) => {
    const chosen = settings.severityOf(rule.id);
    if (chosen === 'off' || (!chosen && !isOnByDefault(rule)) || isLate(rule)) return;
    const begun = now() - (spent.get(rule.id) ?? 0);
    const own: Finding[] = [];
    try {
      for (const report of check()) {
        const severity = chosen ?? report.severity ?? rule.severity;
        own.push({ ...report, rule: rule.id, severity, fixes: report.fixes?.filter(changes) ?? [] });
        if (now() - begun > MOST_MS) break;
      }
    } catch (error) {
      failures.push({ rule: rule.id, error });
      return;
    }
    spent.set(rule.id, now() - begun);
    if (isLate(rule)) failures.push({ rule: rule.id, error: new Error(`It took more than ${MOST_MS} ms.`) });
    for (const finding of own) found.push(finding);
  };
  return { judge, failures };
}

/** A library may have no word for what a fix would write. */
function changes({ edits, foreign = [], command }: Fix): boolean {
  return edits.length + foreign.length > 0 || command !== undefined;
}
