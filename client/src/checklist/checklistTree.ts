import * as l10n from '@vscode/l10n';
import type { WireChecklist, WireChecklistLine } from '../../../server/src/protocol/workspaceMessages';
import { type Branch, type HealthNode, note, treeOf } from '../health/branch';
import type { NameOf } from '../health/findingNodes';
import { ICONS } from '../sidebar/icons';
import { described, lines, type NodeIcon, spoken, type TreeModel } from '../sidebar/node';
import type { KnownCluster } from './knownClusters';
import { withClusters } from './withClusters';

export interface ChecklistState {
  /** Absent as long as no server has told. */
  readonly checklist?: WireChecklist;
  readonly clusters: readonly KnownCluster[];
  readonly nameOf: NameOf;
}

type State = WireChecklistLine['state'];

/** The checklist by its sections, each line with its state, what decides it and why it matters. */
export function checklistTree({ checklist, clusters, nameOf }: ChecklistState): TreeModel<HealthNode> {
  if (!checklist) return treeOf([]);
  // Half of the files would tell that nothing is configured.
  if (checklist.isReading)
    return treeOf([note(l10n.t('Reading the files of the workspace…'), { icon: ICONS.connecting })]);
  const all = withClusters(checklist.lines, clusters);
  const sections = [...new Set(all.map(({ section }) => section))];
  return treeOf([
    note(summaryOf(all), { icon: ICONS.note }),
    ...sections.map((section) =>
      sectionBranch(
        section,
        all.filter((line) => line.section === section),
        nameOf,
      ),
    ),
  ]);
}

/** What is unknown has not passed. */
export function summaryOf(all: readonly WireChecklistLine[]): string {
  const count = (state: State): number => all.filter((line) => line.state === state).length;
  const applying = all.length - count('not-applicable');
  const percent = applying === 0 ? 0 : Math.floor((count('pass') * 100) / applying);
  const [passed, failed, unknown] = [count('pass'), count('fail'), count('unknown')];
  return l10n.t('{0} of {1} pass ({2} %), {3} fail, {4} unknown', passed, applying, percent, failed, unknown);
}

function sectionBranch(section: string, own: readonly WireChecklistLine[], nameOf: NameOf): Branch {
  const label = sectionText(section);
  const failed = own.filter(({ state }) => state === 'fail').length;
  const parts = [
    l10n.t('{0} of {1} pass', own.filter(({ state }) => state === 'pass').length, own.length),
    failed > 0 ? l10n.t('{0} fail', failed) : undefined,
  ];
  return {
    node: { id: `section ${section}` },
    look: {
      label,
      ...described(...parts),
      tooltip: lines(label, ...parts),
      icon: SECTION_ICONS.get(section) ?? { id: 'checklist' },
      context: 'checklistSection',
      accessibleName: spoken(label, ...parts),
      fold: 'expanded',
    },
    children: () => own.map((line) => lineBranch(line, nameOf)),
  };
}

const SECTION_ICONS: ReadonlyMap<string, NodeIcon> = new Map([
  ['producers', { id: 'cloud-upload' }],
  ['consumers', { id: 'cloud-download' }],
  ['brokers', ICONS.broker],
  ['hosts', { id: 'vm' }],
  ['monitoring', { id: 'pulse' }],
]);

/** A shape of its own for each state, since not everybody sees the colors. */
const STATE_ICONS: Readonly<Record<State, NodeIcon>> = {
  pass: ICONS.healthy,
  fail: ICONS.failed,
  unknown: ICONS.unknown,
  'not-applicable': { id: 'circle-slash', color: 'disabledForeground' },
};

function lineBranch(line: WireChecklistLine, nameOf: NameOf): Branch {
  const { id, title, state, says, why, place, more, fix } = line;
  const at = place && `${nameOf(place.uri)}:${place.range.start.line + 1}`;
  const further = more > 0 ? furtherText(more) : undefined;
  const offered = fix === undefined ? undefined : l10n.t('Fix: {0}', fix);
  const opens = place && { uri: place.uri, ...place.range.start };
  const details: readonly Branch[] = [
    note(says, { icon: STATE_ICONS[state], ...(opens && { opens }), ...described(at, further) }),
    ...(offered === undefined ? [] : [note(offered, { icon: { id: 'lightbulb' }, ...(opens && { opens }) })]),
    note(why, { icon: { id: 'book' } }),
  ];
  return {
    node: { id: `line ${id}`, ...(place && { uri: place.uri }) },
    look: {
      label: title,
      ...described(stateText(state), at),
      tooltip: lines(title, says, at, offered, why),
      icon: STATE_ICONS[state],
      context: 'checklistLine',
      accessibleName: spoken(title, stateText(state), says, at),
      fold: 'collapsed',
      ...(opens && { opens }),
    },
    // The same sentence may stand below several lines.
    children: () => details.map((detail) => ({ ...detail, node: { id: `line ${id} ${detail.node.id}` } })),
  };
}

function furtherText(more: number): string {
  return more === 1 ? l10n.t('and 1 further place') : l10n.t('and {0} further places', more);
}

function stateText(state: State): string {
  switch (state) {
    case 'pass':
      return l10n.t('pass');
    case 'fail':
      return l10n.t('fail');
    case 'unknown':
      return l10n.t('unknown');
    case 'not-applicable':
      return l10n.t('not applicable');
  }
}

function sectionText(section: string): string {
  switch (section) {
    case 'producers':
      return l10n.t('Producers');
    case 'consumers':
      return l10n.t('Consumers');
    case 'brokers':
      return l10n.t('Brokers');
    case 'hosts':
      return l10n.t('Hosts');
    case 'monitoring':
      return l10n.t('Monitoring');
    default:
      return section;
  }
}
