import * as l10n from '@vscode/l10n';
import type {
  WireCluster,
  WireFiles,
  WireMember,
  WorkspaceHealth,
} from '../../../server/src/protocol/workspaceMessages';
import { brokerCount, clusterCount, fileCount } from '../counts';
import { COMMANDS } from '../names';
import { ICONS } from '../sidebar/icons';
import { type Appearance, described, lines, spoken, type TreeModel } from '../sidebar/node';
import { type Branch, type HealthNode, note, treeOf } from './branch';
import type { Found } from './finding';
import { findingBranches, type Grouping, type NameOf, withRest } from './findingNodes';

export interface HealthState {
  readonly findings: readonly Found[];
  readonly grouping: Grouping;
  readonly nameOf: NameOf;
  /** Absent as long as no server has told. */
  readonly health?: WorkspaceHealth;
}

/** *Configuration Health*: findings in groups, what is one cluster and why, what was read. Empty while nothing is known. */
export function healthTree({ findings, grouping, nameOf, health }: HealthState): TreeModel<HealthNode> {
  if (!health && findings.length === 0) return treeOf([]);
  return treeOf([
    ...(health ? stateNotes(health, findings.length) : []),
    ...findingBranches(findings, grouping, nameOf),
    ...(health && health.clusters.length > 0 ? [clustersBranch(health, nameOf)] : []),
    ...(health && !health.isReading ? [filesBranch(health, nameOf)] : []),
  ]);
}

function stateNotes({ isReading, isWhole, kafka, limit }: WorkspaceHealth, found: number): readonly Branch[] {
  const limits = limit === undefined ? [] : [note(limit, { icon: ICONS.troubled })];
  if (isReading) return [note(l10n.t('Reading the files of the workspace…'), { icon: ICONS.connecting })];
  if (!isWhole) {
    const text = l10n.t('Findings of open files only. Lint the workspace…');
    return [...limits, note(text, { runs: COMMANDS.lintWorkspace })];
  }
  if (found > 0) return limits;
  return [...limits, note(l10n.t('No problems in {0}', fileCount(kafka)), { icon: ICONS.healthy })];
}

function clustersBranch({ clusters, moreClusters }: WorkspaceHealth, nameOf: NameOf): Branch {
  const count = clusterCount(clusters.length + moreClusters);
  return {
    node: { id: 'clusters' },
    look: {
      label: l10n.t('Files That Belong Together'),
      ...described(count),
      tooltip: lines(
        l10n.t('Files that are compared with each other, since they are one cluster and its clients'),
        count,
      ),
      icon: { id: 'references' },
      context: 'clusters',
      accessibleName: spoken(l10n.t('Files that belong together'), count),
      fold: 'collapsed',
    },
    children: () =>
      withRest(
        clusters.map((cluster, index) => clusterBranch(cluster, index, nameOf)),
        clusters.length + moreClusters,
      ),
  };
}

function clusterBranch({ name, brokers, members }: WireCluster, index: number, nameOf: NameOf): Branch {
  const [file, ...others] = new Set(members.map(({ uri }) => uri));
  const files = others.length > 0 || file === undefined ? fileCount(others.length + 1) : nameOf(file);
  const parts = [brokers === undefined ? undefined : brokerCount(brokers), files];
  const id = `cluster ${index} ${name}`;
  return {
    node: { id },
    look: {
      label: name,
      ...described(...parts),
      tooltip: lines(name, ...parts),
      icon: ICONS.connected,
      context: 'fileCluster',
      accessibleName: spoken(l10n.t('Cluster {0}', name), ...parts),
      fold: 'collapsed',
    },
    children: () => members.map((member, at) => memberBranch(member, `${id} ${at}`, nameOf)),
  };
}

function memberBranch({ uri, range, role, name, reason }: WireMember, id: string, nameOf: NameOf): Branch {
  const file = nameOf(uri);
  const label = name ?? file;
  const place = `${file}:${range.start.line + 1}`;
  const look: Appearance = {
    label,
    ...described(roleText(role), reason),
    tooltip: lines(label, roleText(role), place, l10n.t('Belongs here because it {0}.', reason)),
    icon: ROLE_ICONS.get(role) ?? { id: 'symbol-event' },
    context: 'member',
    accessibleName: spoken(label, roleText(role), reason, place),
    fold: 'none',
    opens: { uri, line: range.start.line, character: range.start.character },
  };
  return { node: { id, uri }, look };
}

function roleText(role: string): string {
  return role === 'combined' ? l10n.t('broker and controller') : role;
}

const ROLE_ICONS: ReadonlyMap<string, Appearance['icon']> = new Map([
  ['broker', ICONS.broker],
  ['combined', ICONS.broker],
  ['controller', { id: 'star-empty' }],
  ['topic', ICONS.topic],
]);

function filesBranch({ files, kafka, excluded, unreadable, unrecognized }: WorkspaceHealth, nameOf: NameOf): Branch {
  const parts = [
    kafka === 1
      ? l10n.t('1 of {0} configures Kafka', fileCount(files))
      : l10n.t('{0} of {1} configure Kafka', kafka, fileCount(files)),
  ];
  const children = [
    ...leftBranch(
      'unreadable',
      l10n.t('Could not be read'),
      l10n.t('Larger than 1 MiB, gone, or not to be read'),
      unreadable,
      nameOf,
    ),
    ...leftBranch(
      'unrecognized',
      l10n.t('Mention Kafka only'),
      l10n.t('Nothing in them shows what they configure. Set a file’s role if one should be linted.'),
      unrecognized,
      nameOf,
    ),
    ...(excluded > 0 ? [note(l10n.t('{0} left out by the settings', fileCount(excluded)))] : []),
  ];
  return {
    node: { id: 'files' },
    look: {
      label: l10n.t('Files Read'),
      ...described(...parts),
      tooltip: lines(l10n.t('Files read'), ...parts),
      icon: { id: 'files' },
      context: 'files',
      accessibleName: spoken(l10n.t('Files read'), ...parts),
      fold: children.length > 0 ? 'collapsed' : 'none',
    },
    children: () => children,
  };
}

function leftBranch(
  id: string,
  label: string,
  meaning: string,
  { count, uris }: WireFiles,
  nameOf: NameOf,
): readonly Branch[] {
  if (count === 0) return [];
  const children = (): readonly Branch[] =>
    withRest(
      uris.map((uri) => leftFile(id, uri, nameOf)),
      count,
    );
  const look: Appearance = {
    label,
    ...described(fileCount(count)),
    tooltip: lines(label, meaning),
    icon: ICONS.unknown,
    context: 'left',
    accessibleName: spoken(label, fileCount(count), meaning),
    fold: 'collapsed',
  };
  return [{ node: { id }, look, children }];
}

function leftFile(id: string, uri: string, nameOf: NameOf): Branch {
  const label = nameOf(uri);
  const look: Appearance = {
    label,
    tooltip: label,
    icon: { id: 'file' },
    context: 'leftFile',
    accessibleName: label,
    fold: 'none',
    opens: { uri, line: 0, character: 0 },
  };
  return { node: { id: `${id} ${uri}`, uri }, look };
}
