import { plural } from '../../../server/src/cluster/words/lagWords';
import type { WireCluster, WireFiles, WireMember, WorkspaceHealth } from '../../../server/src/protocol/protocol';
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
  if (isReading) return [note('Reading the files of the workspace…', { icon: ICONS.connecting })];
  if (!isWhole) {
    const text = 'Findings of open files only. Lint the workspace…';
    return [...limits, note(text, { runs: COMMANDS.lintWorkspace })];
  }
  if (found > 0) return limits;
  return [...limits, note(`No problems in ${plural(kafka, 'file')}`, { icon: ICONS.healthy })];
}

function clustersBranch({ clusters, moreClusters }: WorkspaceHealth, nameOf: NameOf): Branch {
  const count = plural(clusters.length + moreClusters, 'cluster');
  return {
    node: { id: 'clusters' },
    look: {
      label: 'Files That Belong Together',
      ...described(count),
      tooltip: lines('Files that are compared with each other, since they are one cluster and its clients', count),
      icon: { id: 'references' },
      context: 'clusters',
      accessibleName: spoken('Files that belong together', count),
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
  const files = others.length > 0 || file === undefined ? plural(others.length + 1, 'file') : nameOf(file);
  const parts = [brokers === undefined ? undefined : plural(brokers, 'broker'), files];
  const id = `cluster ${index} ${name}`;
  return {
    node: { id },
    look: {
      label: name,
      ...described(...parts),
      tooltip: lines(name, ...parts),
      icon: ICONS.connected,
      context: 'fileCluster',
      accessibleName: spoken(`Cluster ${name}`, ...parts),
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
    tooltip: lines(label, roleText(role), place, `Belongs here because it ${reason}.`),
    icon: ROLE_ICONS.get(role) ?? { id: 'symbol-event' },
    context: 'member',
    accessibleName: spoken(label, roleText(role), reason, place),
    fold: 'none',
    opens: { uri, line: range.start.line, character: range.start.character },
  };
  return { node: { id, uri }, look };
}

function roleText(role: string): string {
  return role === 'combined' ? 'broker and controller' : role;
}

const ROLE_ICONS: ReadonlyMap<string, Appearance['icon']> = new Map([
  ['broker', ICONS.broker],
  ['combined', ICONS.broker],
  ['controller', { id: 'star-empty' }],
  ['topic', ICONS.topic],
]);

function filesBranch({ files, kafka, excluded, unreadable, unrecognized }: WorkspaceHealth, nameOf: NameOf): Branch {
  const parts = [`${kafka} of ${plural(files, 'file')} ${kafka === 1 ? 'configures' : 'configure'} Kafka`];
  const children = [
    ...leftBranch('unreadable', 'Could not be read', 'Larger than 1 MiB, gone, or not to be read', unreadable, nameOf),
    ...leftBranch(
      'unrecognized',
      'Mention Kafka only',
      'Nothing in them shows what they configure. Set a file’s role if one should be linted.',
      unrecognized,
      nameOf,
    ),
    ...(excluded > 0 ? [note(`${plural(excluded, 'file')} left out by the settings`)] : []),
  ];
  return {
    node: { id: 'files' },
    look: {
      label: 'Files Read',
      ...described(...parts),
      tooltip: lines('Files read', ...parts),
      icon: { id: 'files' },
      context: 'files',
      accessibleName: spoken('Files read', ...parts),
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
    ...described(plural(count, 'file')),
    tooltip: lines(label, meaning),
    icon: ICONS.unknown,
    context: 'left',
    accessibleName: spoken(label, plural(count, 'file'), meaning),
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
