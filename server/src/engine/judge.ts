import type { Finding, Report } from '../model/finding';
import { isOnByDefault, type Rule } from '../rules/rule';
import type { LintSettings, RuleFailure } from './lint';

/** Many times what the slowest rule takes for the largest file; behind it the other rules have their turn. */
export const MOST_MS = 5_000;

interface Judge {
  /** Adds to `found` what the rule reports, with the severity that is in force; `check` ends once the rule is late. */
  judge(rule: Rule, check: (isLate: () => boolean) => Iterable<Report>, found: Finding[]): void;
  isOn(rule: Rule): boolean;
  readonly failures: RuleFailure[];
}

/** Runs rules for one document, each within its time; what a rule has found when its time is over stays. */
export function createJudge(settings: LintSettings, now: () => number): Judge {
  const failures: RuleFailure[] = [];
  const spent = new Map<string, number>();
  const isLate = (rule: Rule): boolean => (spent.get(rule.id) ?? 0) > MOST_MS;
  const isOn: Judge['isOn'] = (rule) => {
    const chosen = settings.severityOf(rule.id);
    return chosen === undefined ? isOnByDefault(rule) : chosen !== 'off';
  };
  const judge: Judge['judge'] = (rule, check, found) => {
    if (!isOn(rule) || isLate(rule)) return;
    const chosen = settings.severityOf(rule.id);
    const begun = now() - (spent.get(rule.id) ?? 0);
    const isOver = (): boolean => now() - begun > MOST_MS;
    const own: Finding[] = [];
    try {
      for (const report of check(isOver)) {
        const severity = chosen && chosen !== 'off' ? chosen : (report.severity ?? rule.severity);
        own.push({ ...report, rule: rule.id, severity, fixes: report.fixes ?? [] });
      }
    } catch (error) {
      failures.push({ rule: rule.id, error });
      return;
    }
    spent.set(rule.id, now() - begun);
    if (isLate(rule)) failures.push({ rule: rule.id, error: new Error(`It took more than ${MOST_MS} ms.`) });
    for (const finding of own) found.push(finding);
  };
  return { judge, isOn, failures };
}
