import * as l10n from '@vscode/l10n';
import { countText } from '../../../server/src/cluster/words/lagWords';
import { SEVERITIES, type Severity, severityCounts } from '../counts';
import { type Appearance, described, lines, type NodeIcon, spoken } from '../sidebar/node';
import { type Branch, note } from './branch';
import { byPlace, bySeverity, countsOf, type Found } from './finding';

export const GROUPINGS = ['severity', 'rule', 'file'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A path as people know it. */
export type NameOf = (uri: string) => string;

/** More of one kind than this are counted. */
const MOST = 200;

export const SEVERITY_ICONS: Readonly<Record<Severity, NodeIcon>> = {
  error: { id: 'error', color: 'problemsErrorIcon.foreground' },
  warning: { id: 'warning', color: 'problemsWarningIcon.foreground' },
  information: { id: 'info', color: 'problemsInfoIcon.foreground' },
  hint: { id: 'lightbulb' },
};

const TITLES: Readonly<Record<Severity, string>> = {
  error: l10n.t('Errors'),
  warning: l10n.t('Warnings'),
  information: l10n.t('Information'),
  hint: l10n.t('Hints'),
};

/** The findings in groups; the group with the most severe ones first. */
export function findingBranches(findings: readonly Found[], grouping: Grouping, nameOf: NameOf): readonly Branch[] {
  const groups = groupedBy(findings, keyOf(grouping));
  const sorted = [...groups].map(([key, found]) => ({ key, found: found.toSorted(bySeverity) })).sort(byWeight);
  const branches = sorted.slice(0, MOST).map(({ key, found }) => groupBranch(key, found, grouping, nameOf));
  return withRest(branches, sorted.length);
}

function keyOf(grouping: Grouping): (found: Found) => string {
  if (grouping === 'severity') return ({ severity }) => severity;
  return grouping === 'file' ? ({ uri }) => uri : ({ rule = '' }) => rule;
}

function groupedBy(findings: readonly Found[], key: (found: Found) => string): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const found of findings) {
    const list = groups.get(key(found));
    if (list) list.push(found);
    else groups.set(key(found), [found]);
  }
  return groups;
}

interface Group {
  readonly key: string;
  /** The most severe first. */
  readonly found: readonly Found[];
}

/** The most severe finding decides, then how many there are, then the name. */
function byWeight(one: Group, other: Group): number {
  const [a, b] = [one.found[0], other.found[0]];
  const rank = (found: Found | undefined) => SEVERITIES.indexOf(found?.severity ?? 'hint');
  return rank(a) - rank(b) || other.found.length - one.found.length || (one.key < other.key ? -1 : 1);
}

function groupBranch(key: string, found: readonly Found[], grouping: Grouping, nameOf: NameOf): Branch {
  const counts = severityCounts(countsOf(found));
  const worst = found[0]?.severity ?? 'hint';
  const label = grouping === 'severity' ? TITLES[worst] : grouping === 'file' ? nameOf(key) : key || l10n.t('Other');
  const isOf = { ...(grouping === 'rule' && key && { rule: key }), ...(grouping === 'file' && { uri: key }) };
  const look: Appearance = {
    label,
    ...described(grouping === 'severity' ? String(found.length) : counts),
    tooltip: lines(label, counts),
    icon: SEVERITY_ICONS[worst],
    context: grouping,
    accessibleName: spoken(label, counts),
    fold: grouping === 'severity' && worst === 'error' ? 'expanded' : 'collapsed',
  };
  const ordered = grouping === 'file' ? found.toSorted(byPlace) : found;
  const children = (): readonly Branch[] =>
    withRest(
      numbered(ordered.slice(0, MOST)).map(([one, id]) => leaf(one, id, grouping, nameOf)),
      found.length,
    );
  return { node: { id: `${grouping} ${key}`, ...isOf }, look, children };
}

/** Each finding with an id that stays the same as long as it does, also where two are alike. */
function numbered(findings: readonly Found[]): readonly (readonly [Found, string])[] {
  const seen = new Map<string, number>();
  return findings.map((found) => {
    const { uri, line, character, rule, message } = found;
    const id = JSON.stringify([uri, line, character, rule, message]);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return [found, `${id} ${count}`];
  });
}

function leaf(found: Found, id: string, grouping: Grouping, nameOf: NameOf): Branch {
  const { uri, line, character, severity, rule, message } = found;
  const place = `${nameOf(uri)}:${line + 1}`;
  const beside =
    grouping === 'file' ? [rule, l10n.t('line {0}', line + 1)] : grouping === 'rule' ? [place] : [place, rule];
  const look: Appearance = {
    label: message,
    ...described(...beside),
    tooltip: lines(message, rule, place),
    icon: SEVERITY_ICONS[severity],
    context: rule === undefined ? 'finding' : 'finding.rule',
    accessibleName: spoken(severity, message, rule, place),
    fold: 'none',
    opens: { uri, line, character },
  };
  return { node: { id: `${grouping} finding ${id}`, uri, ...(rule !== undefined && { rule }) }, look };
}

/** Says how many there are beyond those that are shown. */
export function withRest(shown: readonly Branch[], all: number): readonly Branch[] {
  const rest = all - shown.length;
  if (rest <= 0) return shown;
  const text =
    rest === 1 ? l10n.t('1 more item not shown here') : l10n.t('{0} more items not shown here', countText(rest));
  return [...shown, note(text)];
}
