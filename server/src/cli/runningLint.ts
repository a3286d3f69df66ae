import { join } from 'node:path';
import { parseDocument } from '../formats/registry';
import { settingsFor } from '../settings/resolve';
import { type FixedText, type Linter, withOptions } from './lintFile';
import type { RunningDocument } from './live/describe';

/** A part of a running cluster, under the settings of the current folder; it is linted as it is, whatever is fixed in files. */
export function openRunning(
  { options, configFor, cwd }: Linter,
  { uri, path, text, part }: RunningDocument,
): FixedText | undefined {
  const { settings } = configFor(join(cwd, 'cluster.properties'));
  const own = settingsFor(settings, path.slice(1));
  const resolved = withOptions({ ...own, hints: { development: false } }, options);
  const document = resolved.enabled ? parseDocument({ uri, path, text, hints: { development: false } }) : undefined;
  return document && { file: uri, before: document, document, resolved, fixed: 0, running: part };
}
