import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Git cannot tell what changed, with the reason. */
export class RevisionError extends Error {}

const MOST_BYTES = 64 * 1024 * 1024;

/** The absolute paths of files that changed since the working tree's branch left the revision, and of new ones. */
export function changedSince(revision: string, cwd: string): ReadonlySet<string> {
  if (revision.startsWith('-')) throw new RevisionError(`--since ${revision}: this is not a revision.`);
  const top = git(cwd, ['rev-parse', '--show-toplevel'], revision).trimEnd();
  const base = mergeBase(cwd, revision);
  const changed = git(cwd, ['diff', '--name-only', '--no-ext-diff', '--diff-filter=d', '-z', base, '--'], revision);
  const added = git(cwd, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', top], revision);
  return new Set([...changed.split('\0'), ...added.split('\0')].filter(Boolean).map((name) => resolve(top, name)));
}

/** What others have changed on the revision's branch meanwhile is not this branch's. */
function mergeBase(cwd: string, revision: string): string {
  const commit = git(
    cwd,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    revision,
  ).trim();
  try {
    return git(cwd, ['merge-base', commit, 'HEAD'], revision).trim();
  } catch {
    return commit;
  }
}

/** Without the monitor that a repository's own configuration could start. */
function git(cwd: string, args: readonly string[], revision: string): string {
  try {
    return execFileSync('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw new RevisionError(`--since ${revision}: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const { stderr, code } = Object(error) as { readonly stderr?: unknown; readonly code?: unknown };
  if (code === 'ENOENT') return 'git is not installed';
  const [said] = String(stderr ?? error)
    .trim()
    .split('\n');
  return said || 'Git knows no such revision here; a shallow clone lacks what it has not fetched';
}
