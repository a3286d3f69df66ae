/** Folders whose files nobody runs in production, by their whole names. */
export const DEVELOPMENT_FOLDERS: readonly string[] = [
  ...['test', 'tests', 'testing', '__tests__', '__mocks__', 'fixtures'],
  ...['example', 'examples', 'demo', 'demos', 'sample', 'samples'],
  ...['quickstart', 'quickstarts', 'tutorial', 'tutorials', 'playground'],
];

const TEST_FILE = /[._-](?:test|spec|e2e-spec)\.[cm]?[jt]sx?$/i;

/**
 * True for files in test or example folders, and for tests. The path begins at the project's folder: where somebody keeps
 * his projects tells nothing about them.
 */
export function isDevelopmentPath(path: string, folders: readonly string[] = DEVELOPMENT_FOLDERS): boolean {
  const parts = path.split(/[/\\]/).slice(0, -1);
  return parts.some((part) => folders.includes(part.toLowerCase())) || TEST_FILE.test(path);
}
