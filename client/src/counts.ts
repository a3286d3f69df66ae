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
