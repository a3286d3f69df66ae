import type { FileKind } from '../../protocol/fileKinds';

/** Connectors as Connect's REST interface takes them. */
export const files: FileKind = {
  id: 'connector-json',
  family: 'settings',
  languageIds: ['json'],
  names: ['*.json'],
  never: /^(?:package(?:-lock)?|tsconfig.*|composer)\.json$/,
  mentions: [[/"connector\.class"\s*:/]],
  reach: 1_048_576,
};
