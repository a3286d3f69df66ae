import assert from 'node:assert/strict';
import { isProjectRule, lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import type { Finding } from '../../server/src/model/finding';
import type { KafkaVersion } from '../../server/src/model/version';
import { factsOf } from '../../server/src/project/facts/fileFacts';
import { createProjectIndex, type ProjectIndex } from '../../server/src/project/projectIndex';
import { RULES } from '../../server/src/rules/index.generated';
import { isRunning, runningClusters } from './running';

/**
 * A workspace of the tests: texts by the path that they have below its folder. A path of the scheme of what runs is a document
 * of a connected cluster.
 */
export type Workspace = Readonly<Record<string, string>>;

export const uriOf = (path: string): string => (isRunning(path) ? path : `file:///project/${path}`);
export const PROJECT_RULES = RULES.filter(isProjectRule);

export function parseFile(path: string, text: string, version?: KafkaVersion): ConfigDocument {
  const hints = { development: false, ...(version && { version }) };
  const document = parseDocument({ uri: uriOf(path), path: `/project/${path}`, text, hints });
  assert.ok(document, `no format takes ${path}`);
  return document;
}

export function indexOf(workspace: Workspace, version?: KafkaVersion): ProjectIndex {
  const index = createProjectIndex(PROJECT_RULES);
  const all = Object.entries(workspace);
  index.putRunning(runningClusters(Object.fromEntries(all.filter(([path]) => isRunning(path)))));
  for (const [path, text] of all.filter(([one]) => !isRunning(one)))
    index.put(uriOf(path), factsOf(parseFile(path, text, version)));
  return index;
}

const OF_PROJECT: ReadonlySet<string> = new Set(PROJECT_RULES.map(({ id }) => id));

/** What rules about several files find, by path. */
export function projectFindings(workspace: Workspace, version?: KafkaVersion): Map<string, readonly Finding[]> {
  const index = indexOf(workspace, version);
  assert.deepEqual(index.failures(), []);
  return new Map(
    Object.entries(workspace).map(([path, text]) => {
      const { findings } = lint(
        parseFile(path, text, version),
        { severityOf: () => undefined },
        index.reportsOf(uriOf(path)),
      );
      return [path, findings.filter(({ rule }) => OF_PROJECT.has(rule))];
    }),
  );
}
