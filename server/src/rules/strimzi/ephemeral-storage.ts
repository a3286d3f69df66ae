import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'strimzi/ephemeral-storage',
  summary: 'The data of the brokers is gone with their pods',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['Strimzi documentation, storage (ephemeral is an emptyDir volume)'],
  *check(reader: Reader): Iterable<Report> {
    const { resource, brokers, environment } = reader.scope;
    if (!resource?.ephemeral || (brokers ?? 0) < 2 || environment === 'development') return;
    const message =
      'Ephemeral storage is deleted with the pod: after a rollout of several nodes at once all copies are gone.';
    yield { span: resource.ephemeral, message };
  },
};
