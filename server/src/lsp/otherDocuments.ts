import type { ProjectReports } from '../engine/lint';
import type { ServerContext } from './context';

/** How long to wait for further changes, in milliseconds: one of many files is told of once. */
const QUIET = 100;

/** Calls back with the open documents in which a change elsewhere brings about other findings. */
export function onOthers({ documents, project }: ServerContext, listener: (uris: readonly string[]) => void): void {
  const shown = new Map<string, ProjectReports | undefined>();
  let isWaiting = false;
  const look = (changed: ReadonlySet<string>): void => {
    const uris = documents.keys().filter((uri) => {
      const reports = project.reportsOf(uri);
      const isNew = reports !== shown.get(uri) && !(reports?.size === 0 && !shown.get(uri)?.size);
      shown.set(uri, reports);
      return isNew && !changed.has(uri);
    });
    for (const uri of shown.keys()) if (!documents.get(uri)) shown.delete(uri);
    if (uris.length > 0) listener(uris);
  };
  const changed = new Set<string>();
  project.onChange((change) => {
    // Who has changed a document asks about it anyway.
    if (change !== 'all') changed.add(change.uri);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      look(new Set(changed));
      changed.clear();
    }, QUIET);
  });
}
