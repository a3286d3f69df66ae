import * as l10n from '@vscode/l10n';
import { countText } from '../../server/src/cluster/words/lagWords';

// A number and its noun are one string: languages differ in how many forms a noun has.

export const brokerCount = (n: number): string => (n === 1 ? l10n.t('1 broker') : l10n.t('{0} brokers', countText(n)));
export const groupCount = (n: number): string => (n === 1 ? l10n.t('1 group') : l10n.t('{0} groups', countText(n)));
export const memberCount = (n: number): string => (n === 1 ? l10n.t('1 member') : l10n.t('{0} members', countText(n)));
export const partitionCount = (n: number): string =>
  n === 1 ? l10n.t('1 partition') : l10n.t('{0} partitions', countText(n));
export const replicaCount = (n: number): string =>
  n === 1 ? l10n.t('1 replica') : l10n.t('{0} replicas', countText(n));
export const topicCount = (n: number): string => (n === 1 ? l10n.t('1 topic') : l10n.t('{0} topics', countText(n)));

export const fileCount = (n: number): string => (n === 1 ? l10n.t('1 file') : l10n.t('{0} files', countText(n)));
export const clusterCount = (n: number): string =>
  n === 1 ? l10n.t('1 cluster') : l10n.t('{0} clusters', countText(n));

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

const FINDINGS: Readonly<Record<Severity, (n: number) => string>> = {
  error: (n) => (n === 1 ? l10n.t('1 error') : l10n.t('{0} errors', n)),
  warning: (n) => (n === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', n)),
  information: (n) => l10n.t('{0} information', n),
  hint: (n) => (n === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', n)),
};

/** `2 errors, 1 warning`; what there is none of is left out. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => FINDINGS[severity](counts[severity]))
    .join(', ');
}
