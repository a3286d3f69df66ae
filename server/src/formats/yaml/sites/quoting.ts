import type { Quoting } from '../../../model/monitoring';
import type { YamlScalar } from '../nodes';

/** How text is written in a scalar. */
export function quotingOf({ style }: YamlScalar): Quoting {
  return style === 'double' || style === 'single' ? style : 'none';
}
