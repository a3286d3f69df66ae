import * as l10n from '@vscode/l10n';
import type { DocumentInfo } from '../../server/src/protocol/protocol';
import { severityCounts } from './counts';

const SOURCES: Readonly<Record<DocumentInfo['versionSource'], string>> = {
  directive: l10n.t('as the file says'),
  setting: l10n.t('from the settings'),
  workspace: l10n.t('from a file beside it'),
  content: l10n.t('as the file shows'),
  newest: l10n.t('the newest known'),
};

/** `2 errors, 1 hint`, or that there is nothing. */
export function countsText(findings: DocumentInfo['findings']): string {
  return severityCounts(findings) || l10n.t('no findings');
}

export const UNREAD = l10n.t('The file mentions Kafka, but nothing in it shows a Kafka configuration.');

/** More would not fit beside the file's language. */
const MOST_PROCESSES = 6;

/** `Kafka producer, 3.9 (from the settings)`, `Kafka broker, 3.6 (from docker-compose.yml)` */
export function targetText({ versionSource, versionFile, development, ...info }: DocumentInfo): string {
  const source = versionFile ? l10n.t('from {0}', versionFile) : SOURCES[versionSource];
  const text = `Kafka ${rolesText(info)} (${source})`;
  return development ? l10n.t('{0}; test or example: advice for production is lowered', text) : text;
}

/** `producer, 3.9`, or `broker kafka-1, connect-distributed connect, 3.9` for a file with several. */
function rolesText({ role, version, processes = [] }: Pick<DocumentInfo, 'role' | 'version' | 'processes'>): string {
  if (processes.length < 2) return `${role}, ${version}`;
  const isSame = processes.every((one) => one.version === version);
  const texts = processes.slice(0, MOST_PROCESSES).map((one) => {
    const name = one.name === undefined || one.name === one.role ? one.role : `${one.role} ${one.name}`;
    return isSame ? name : `${name} ${one.version}`;
  });
  const left = processes.length - MOST_PROCESSES;
  const all = left > 0 ? l10n.t('{0} and {1} more', texts.join(', '), left) : texts.join(', ');
  return isSame ? `${all}, ${version}` : all;
}
