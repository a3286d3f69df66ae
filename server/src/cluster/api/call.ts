import type { WireReader } from '../wire/reader';
import type { WireWriter } from '../wire/writer';

/** One request and how to read its answer. The header is the link's business. */
export interface ApiCall<Answer> {
  readonly name: string;
  readonly key: number;
  readonly version: number;
  /** Whether this version's headers and body carry tagged fields. */
  readonly flexible: boolean;
  write(body: WireWriter): void;
  read(body: WireReader): Answer;
}

/** What a broker said that it supports. */
export interface ApiSupport {
  /** By API key, both ends included. */
  readonly ranges: ReadonlyMap<number, { readonly min: number; readonly max: number }>;
  /** The highest level that the broker's software knows of each feature; empty before Kafka 2.7. */
  readonly features: ReadonlyMap<string, number>;
}

export class UnsupportedApiError extends Error {
  override readonly name = 'UnsupportedApiError';
  constructor(readonly api: string) {
    super(`The broker supports no version of ${api} that is known here.`);
  }
}

/** Picks the first of `wanted` that the broker supports, or throws UnsupportedApiError. */
export function pickVersion(support: ApiSupport, name: string, key: number, wanted: readonly number[]): number {
  const version = wanted.find((candidate) => supports(support, key, candidate));
  if (version === undefined) throw new UnsupportedApiError(name);
  return version;
}

export function supports(support: ApiSupport, key: number, version = 0): boolean {
  const range = support.ranges.get(key);
  return range !== undefined && range.min <= version && version <= range.max;
}
