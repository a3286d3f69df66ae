import type { FileKind } from '../../protocol/fileKinds';

/** Connectors as Connect's REST interface takes them, and dashboards of Grafana. */
export const files: FileKind = {
  id: 'connector-json',
  family: 'settings',
  languageIds: ['json'],
  names: ['*.json'],
  never: /^(?:package(?:-lock)?|tsconfig.*|composer)\.json$/,
  mentions: [[/"connector\.class"\s*:/], [/"expr"\s*:/, /kafka/i]],
  reach: 1_048_576,
};
