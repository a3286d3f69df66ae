const DEVELOPMENT_FOLDER =
  /(?:^|[/\\])(?:[\w.-]*[-_.])?(?:tests?|testing|examples?|demos?|samples?|quickstarts?|tutorials?|playground|fixtures)(?:[-_.][\w.-]*)?[/\\]/i;
const TEST_FILE = /[._-](?:test|spec|e2e-spec)\.[cm]?[jt]sx?$|[/\\]__(?:tests|mocks)__[/\\]/i;

/** True for files in test or example folders, and for tests. */
export function isDevelopmentPath(path: string): boolean {
  return DEVELOPMENT_FOLDER.test(path) || TEST_FILE.test(path);
}
