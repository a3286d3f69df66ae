import type { WireReader } from '../wire/reader';
import type { ApiCall, ApiSupport } from './call';

export interface ApiVersionsAnswer {
  readonly errorCode: number;
  readonly support: ApiSupport;
}

/** Version 3 tells features too; a broker before Kafka 2.4 answers it with UNSUPPORTED_VERSION in version 0's form. */
export function apiVersions(version: 0 | 3): ApiCall<ApiVersionsAnswer> {
  return {
    name: 'ApiVersions',
    key: 18,
    version,
    flexible: version === 3,
    write: (body) => {
      if (version === 3) body.string('kafka-config-lint', true).string('0', true).noTags();
    },
    read: (body) => readAnswer(body, version === 3),
  };
}

function readAnswer(body: WireReader, flexible: boolean): ApiVersionsAnswer {
  const errorCode = body.int16();
  const features = new Map<string, number>();
  // On an error the list, if there is one, is in version 0's form.
  const isFlexible = flexible && errorCode === 0;
  const ranges = new Map(
    body.array(() => {
      const entry = [body.int16(), { min: body.int16(), max: body.int16() }] as const;
      if (isFlexible) body.tags();
      return entry;
    }, isFlexible),
  );
  if (isFlexible) {
    body.skip(4);
    body.tags((tag) => {
      if (tag === 0) readFeatures(body, features);
    });
  }
  return { errorCode, support: { ranges, features } };
}

function readFeatures(body: WireReader, features: Map<string, number>): void {
  body.array(() => {
    const name = body.string(true);
    body.skip(2);
    features.set(name, body.int16());
    body.tags();
  }, true);
}
