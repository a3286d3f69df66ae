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
  content: 'as its keys show',
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

/** `Kafka producer, 3.9 (from the settings)`, `Kafka broker, 3.6 (from docker-compose.yml)` */
export function targetText({ role, version, versionSource, versionFile, development }: DocumentInfo): string {
  const place = development ? '; test or example: advice for production is lowered' : '';
  return `Kafka ${role}, ${version} (${versionFile ? `from ${versionFile}` : SOURCES[versionSource]})${place}`;
}
