import * as l10n from '@vscode/l10n';
import type { LogDir } from '../../../../server/src/cluster/model';
import type { Disks } from '../../running/brokerDisks';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';
import { noteAppearance } from '../noteAppearance';
import type { TopicFact } from './topicFacts';

/** A disk that is fuller than this share is worth a look. */
const FULL = 0.85;

/** The directories of a broker with their disks; a note while they are not known, or may not be. */
export function brokerFacts(disks: Disks): readonly TopicFact[] {
  if (disks.kind === 'failed') return [{ id: 'failed', look: noteAppearance(disks.reason, true) }];
  if (disks.kind !== 'known') return [{ id: 'asked', look: noteAppearance(l10n.t('Reading log directories…')) }];
  if (disks.dirs.length === 0) {
    const text = l10n.t('Log directories are hidden: the user needs the permission Describe on the cluster.');
    return [{ id: 'hidden', look: noteAppearance(text, true) }];
  }
  return disks.dirs.map((dir) => ({ id: `dir ${dir.path}`, look: dirAppearance(dir) }));
}

function dirAppearance({ path, isOffline, totalBytes, usableBytes }: LogDir): Appearance {
  const isKnown = totalBytes !== undefined && usableBytes !== undefined && totalBytes > 0n;
  const share = isKnown ? 1 - Number(usableBytes) / Number(totalBytes) : undefined;
  const free = isKnown ? l10n.t('{0} of {1} free', sizeText(usableBytes), sizeText(totalBytes)) : undefined;
  const state = isOffline ? l10n.t('offline') : free;
  return {
    label: path,
    ...described(state),
    tooltip: lines(path, state, share === undefined ? undefined : l10n.t('{0} % used', Math.round(share * 100))),
    icon: isOffline ? ICONS.offline : share !== undefined && share > FULL ? ICONS.troubled : { id: 'database' },
    context: 'brokerFact',
    accessibleName: spoken(l10n.t('Log directory {0}', path), state),
    fold: 'none',
  };
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

function sizeText(bytes: bigint): string {
  let size = Number(bytes);
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit] ?? ''}`;
}
