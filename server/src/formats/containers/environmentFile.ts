import type { MutableEntry } from '../../recognition/parts';
import type { PlacedDraft } from '../sites/placedDraft';
import { type Place, siteOf } from '../sites/site';
import { type Service, serviceDrafts } from './services';

/** What variables configure that no image and no ports are known of; whoever starts the process may set others. */
export function environmentDrafts(
  variables: readonly MutableEntry[],
  service: Pick<Service, 'span' | 'name'> & Partial<Service>,
): PlacedDraft[] {
  const nothing = { image: undefined, hasOthers: true, ports: [], hosts: [], mounts: [] };
  return serviceDrafts([{ ...nothing, place: behindLast(variables), ...service, variables }], true);
}

/** Behind the last variable, in its manner. */
export function behindLast(variables: readonly MutableEntry[]): Place {
  return {
    add: (text, setting) => {
      const last = variables.at(-1);
      return last && siteOf(last)?.add(text, setting);
    },
  };
}
