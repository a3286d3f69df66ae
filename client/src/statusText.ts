import type { DocumentInfo } from '../../server/src/protocol/protocol';

const NOUNS = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['information', 'note', 'notes'],
  ['hint', 'hint', 'hints'],
] as const;

const SOURCES: Readonly<Record<DocumentInfo['versionSource'], string>> = {
  directive: 'as the file says',
  setting: 'from the settings',
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

/** `Kafka producer, 3.9 (from the settings)` */
export function targetText({ role, version, versionSource }: DocumentInfo): string {
  return `Kafka ${role}, ${version} (${SOURCES[versionSource]})`;
}
