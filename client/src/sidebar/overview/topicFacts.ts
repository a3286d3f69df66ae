import * as l10n from '@vscode/l10n';
import type { GroupSnapshot, RunningSetting, UnhealthyPartition } from '../../../../server/src/cluster/model';
import { durationText, totalText } from '../../../../server/src/cluster/words/lagWords';
import { type Appearance, described, lines, spoken } from '../node';
import { partitionNodeAppearance } from './unhealthy';

/** What is known of a topic beside its shape. */
export interface TopicAround {
  /** Absent as long as they are not known, or may not be seen. */
  readonly settings?: readonly RunningSetting[];
  /** Those that read it. */
  readonly groups: readonly GroupSnapshot[];
  readonly unhealthy: readonly UnhealthyPartition[];
}

/** A row below a topic; the id is unique among them. */
export interface TopicFact {
  readonly id: string;
  readonly look: Appearance;
}

/** What of its settings a topic's row has room for. */
export function settingWords(settings: readonly RunningSetting[] | undefined): readonly string[] {
  if (!settings) return [];
  const value = (key: string) => settings.find((setting) => setting.key === key)?.value;
  const least = value('min.insync.replicas');
  const changed = overridesIn(settings).length;
  return [
    ...(least === undefined ? [] : [l10n.t('min ISR {0}', least)]),
    ...retentionWords(value('cleanup.policy'), value('retention.ms'), value('retention.bytes')),
    ...(changed === 0 ? [] : [changed === 1 ? l10n.t('1 override') : l10n.t('{0} overrides', changed)]),
  ];
}

function retentionWords(policy = 'delete', ms?: string, bytes?: string): readonly string[] {
  if (policy === 'compact') return [l10n.t('compacted')];
  if (ms === undefined || !/^-?\d+$/.test(ms)) return [];
  const time = Number(ms) < 0 ? l10n.t('kept forever') : l10n.t('kept {0}', durationText(Number(ms) / 1000));
  return bytes === undefined || bytes.startsWith('-') ? [time] : [time, l10n.t('at most {0} bytes', bytes)];
}

function overridesIn(settings: readonly RunningSetting[]): readonly RunningSetting[] {
  return settings.filter(({ source }) => source === 'DYNAMIC_TOPIC_CONFIG');
}

/** What is not well first, then who reads it, then what is set for it alone. */
export function topicFacts({ settings, groups, unhealthy }: TopicAround): readonly TopicFact[] {
  return [
    ...unhealthy.map((partition) => ({
      id: `partition ${partition.partition}`,
      look: { ...partitionNodeAppearance(partition), context: 'topicFact' },
    })),
    ...groups.map((group) => ({ id: `group ${group.groupId}`, look: readerAppearance(group) })),
    ...overridesIn(settings ?? []).map((setting) => ({
      id: `setting ${setting.key}`,
      look: overrideAppearance(setting),
    })),
  ];
}

function readerAppearance({ groupId, total }: GroupSnapshot): Appearance {
  const what = l10n.t('reads it');
  return {
    label: groupId,
    ...described(what, totalText(total)),
    tooltip: lines(groupId, l10n.t('Consumer group, lag {0}', totalText(total))),
    icon: { id: 'organization' },
    context: 'topicFact',
    accessibleName: spoken(l10n.t('Group {0}', groupId), what, totalText(total)),
    fold: 'none',
  };
}

function overrideAppearance({ key, value = '' }: RunningSetting): Appearance {
  return {
    label: key,
    ...described(value),
    tooltip: lines(`${key}=${value}`, l10n.t('Set for this topic')),
    icon: { id: 'settings' },
    context: 'topicFact',
    accessibleName: spoken(key, value, l10n.t('Set for this topic')),
    fold: 'none',
  };
}
