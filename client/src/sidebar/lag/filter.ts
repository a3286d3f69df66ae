import picomatch from 'picomatch';
import type { GroupSnapshot } from '../../../../server/src/cluster/model';

export type GroupFilter = (group: GroupSnapshot) => boolean;

/**
 * Groups of which the id or a topic contains the text, or matches it where it is a glob. Letters match in either case.
 * Undefined for a text that says nothing.
 */
export function groupFilter(text: string): GroupFilter | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const matches = /[*?[\]{}]/.test(wanted) ? globMatch(wanted) : (name: string) => name.includes(wanted);
  return ({ groupId, topics }) =>
    matches(groupId.toLowerCase()) || topics.some(({ topic }) => matches(topic.toLowerCase()));
}

/** A group's id is no path: a star stands for slashes and leading dots too. */
export function globMatch(glob: string): (name: string) => boolean {
  return picomatch(glob, { bash: true, dot: true });
}
