import { imageNamingOf } from '../../server/src/recognition/environmentNames';
import type { Recorded } from './judgeEnvironmentNames';

const IMAGES = { confluent: 'confluentinc/cp-kafka:7.9.0', apache: 'apache/kafka:4.3.1' } as const;

/** What the project makes of a variable in another way than the image's own script. */
export function wrongNames(recorded: Recorded): string[] {
  return recorded.flatMap((one) =>
    (['confluent', 'apache'] as const).flatMap((image) => {
      const own = imageNamingOf(IMAGES[image])?.families[0]?.keyOf(one.variable);
      return own === one[image] ? [] : [`${image} ${one.variable}: ${one[image]}, not ${own}`];
    }),
  );
}
