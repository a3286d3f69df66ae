import { FILE_PATTERNS, LANGUAGE_IDS } from '../protocol/selector';

/** For features that code has from its own language already, so that ours do not stand in their way. */
export const PROPERTIES_SELECTOR: ({ language: string } | { pattern: string })[] = [
  ...LANGUAGE_IDS.map((language) => ({ language })),
  ...FILE_PATTERNS.map((pattern) => ({ pattern })),
];
