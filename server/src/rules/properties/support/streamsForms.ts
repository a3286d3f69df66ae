import { withoutEmptyEnd } from '../../../catalogue/javaSplit';
import { type Form, type FormCheck, malformed } from './forms';

const OPTIMIZATIONS = ['reuse.ktable.source.topics', 'merge.repartition.topics', 'single.store.self.join'];

/** StreamsConfig.verifyTopologyOptimizationConfigs: one word for everything or nothing, or some optimizations. */
const optimizations: FormCheck = (value, { constraint }) => {
  const elements = withoutEmptyEnd(value.split(',')).map((element) => element.trim());
  const allowed = elements.length === 1 ? ['all', 'none', ...OPTIMIZATIONS] : OPTIMIZATIONS;
  if (constraint?.oneOf || elements.every((element) => allowed.includes(element))) return undefined;
  return malformed(`all, none, or some of ${OPTIMIZATIONS.join(', ')}`);
};

export const STREAMS_FORMS: readonly (readonly [string, Form])[] = [
  ['topology.optimization', { check: optimizations, unlisted: true }],
];
