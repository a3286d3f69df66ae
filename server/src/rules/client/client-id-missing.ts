import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'client/client-id-missing',
  summary: 'The client has no name of its own in metrics, quotas and logs',
  severity: 'hint',
  roles: ['producer', 'consumer'],
  sources: [
    'ProducerConfig.maybeOverrideClientId',
    'ConsumerConfig.maybeOverrideClientId',
    'CommonClientConfigs.CLIENT_ID_DOC',
  ],
  *check(reader: Reader): Iterable<Report> {
    const anchor = anchorOf(reader);
    const { completeness, environment, role } = reader.scope;
    if (completeness !== 'complete' || environment === 'development' || reader.has('client.id') || !anchor) return;
    // Who makes the client gives it a name.
    if (reader.scope.defaults?.has('client.id')) return;
    const shown = shownAs(reader, role);
    // A transaction or a group gives the client a name that tells whose it is.
    if (!shown) return;
    const message = `client.id is not set: in broker metrics, quotas and logs the client is only called ${shown}.`;
    yield { span: anchor, message, fixes: [addOrSet(reader, 'client.id', `my-${role}`)] };
  },
};

function shownAs(reader: Reader, role: string): string | undefined {
  if (role === 'producer') return reader.has('transactional.id') ? undefined : 'producer-1';
  return reader.has('group.id') || reader.scope.defaults?.has('group.id') ? undefined : 'consumer-null-1';
}
