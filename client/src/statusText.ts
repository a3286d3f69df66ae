import type { DocumentInfo } from '../../server/src/protocol/protocol';

const NOUNS = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['information', 'information', 'information'],
  ['hint', 'hint', 'hints'],
] as const;

const SOURCES: Readonly<Record<DocumentInfo['versionSource'], string>> = {
  directive: 'as the file says',
  setting: 'from the settings',
  workspace: 'from a file beside it',
  content: 'as the file shows',
  newest: 'the newest known',
};

/** `2 errors, 1 hint`, or that there is nothing. */
export function countsText(findings: DocumentInfo['findings']): string {
  const parts = NOUNS.flatMap(([severity, one, many]) => {
    const count = findings[severity];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

export const UNREAD = 'The file mentions Kafka, but nothing in it shows a Kafka configuration.';

/** More would not fit beside the file's language. */
const MOST_PROCESSES = 6;

/** `Kafka producer, 3.9 (from the settings)`, `Kafka broker, 3.6 (from docker-compose.yml)` */
export function targetText({ versionSource, versionFile, development, ...info }: DocumentInfo): string {
  const place = development ? '; test or example: advice for production is lowered' : '';
  return `Kafka ${rolesText(info)} (${versionFile ? `from ${versionFile}` : SOURCES[versionSource]})${place}`;
}

/** `producer, 3.9`, or `broker kafka-1, connect-distributed connect, 3.9` for a file with several. */
function rolesText({ role, version, processes = [] }: Pick<DocumentInfo, 'role' | 'version' | 'processes'>): string {
  if (processes.length < 2) return `${role}, ${version}`;
  const isSame = processes.every((one) => one.version === version);
  const texts = processes.slice(0, MOST_PROCESSES).map((one) => {
    const name = one.name === undefined || one.name === one.role ? one.role : `${one.role} ${one.name}`;
    return isSame ? name : `${name} ${one.version}`;
  });
  const more = processes.length > MOST_PROCESSES ? ` and ${processes.length - MOST_PROCESSES} more` : '';
  return `${texts.join(', ')}${more}${isSame ? `, ${version}` : ''}`;
}
