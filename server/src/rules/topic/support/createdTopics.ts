import type { MessageElement } from '../../../model/call';
import type { Scope } from '../../../model/scope';

/** The topics that an admin client of JavaScript creates, as far as each is written out. */
export function createdTopics({ calls }: Scope): readonly MessageElement[] {
  const created = calls.flatMap(({ method, topics }) => (method === 'createTopics' ? (topics ?? []) : []));
  return created.filter(({ form }) => form === 'object');
}
