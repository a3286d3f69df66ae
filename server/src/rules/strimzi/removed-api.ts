import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'strimzi/removed-api',
  summary: 'A resource says what later operators no longer read',
  severity: 'warning',
  roles: ROLES,
  sources: ['Strimzi CHANGELOG, 0.22.0, 0.46.0, 0.49.0 and 1.0.0'],
  *check(reader: Reader): Iterable<Report> {
    const { resource } = reader.scope;
    if (!resource) return;
    const { apiVersion, zookeeper, pooled = [] } = resource;
    const [, version = ''] = apiVersion.value.split('/');
    if (/^v1(?:alpha1|beta1)$/.test(version)) {
      const message = `Strimzi after 0.22 does not serve ${version}: convert the resource to v1beta2, or to v1 from Strimzi 0.49 on.`;
      yield { span: apiVersion.span, message };
    }
    if (version === 'v1beta2') {
      const message = 'Strimzi 1.0 does not serve v1beta2: convert the resource to v1, which Strimzi has since 0.49.';
      yield { span: apiVersion.span, severity: 'hint', message };
    }
    if (zookeeper && (version === 'v1' || reader.atLeast('4.0'))) {
      const message = 'Kafka 4.0 and Strimzi since 0.46 have no ZooKeeper: nothing reads this section.';
      yield { span: zookeeper, message, tags: ['unnecessary'] };
    }
    for (const { value, span } of pooled) {
      const message = `spec.kafka.${value} has no effect: the cluster has node pools, which say it.`;
      yield { span, severity: 'information', message, tags: ['unnecessary'] };
    }
  },
};
