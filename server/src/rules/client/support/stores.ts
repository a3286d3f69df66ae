import type { Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';
import type { Fix } from '../../../model/finding';
import { addOrSet, removeEntry } from '../../fixes';
import { isNoPem, keyProblem } from './pem';

export interface StoreProblem {
  readonly entry: Entry;
  /** Ends a sentence that says who does not start. */
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** DefaultSslEngineFactory.createKeystore, of which the first refusal counts. */
export function keyStoreProblem(reader: Reader): StoreProblem | undefined {
  const key = reader.entry('ssl.keystore.key');
  const chain = reader.entry('ssl.keystore.certificate.chain');
  if (key) return withKey(reader, key, chain);
  if (chain && isWhole(reader)) return problem(chain, 'needs ssl.keystore.key, its private key, beside it');
  const location = reader.entry('ssl.keystore.location');
  const password = reader.entry('ssl.keystore.password');
  const type = reader.string('ssl.keystore.type');
  if (location && password && type === 'PEM') return passwordOfPem(password, 'ssl.key.password is what opens its key');
  const text = pemAsStore(reader, location, 'ssl.keystore.type');
  if (text) return text;
  if (!isWhole(reader) || chain) return undefined;
  // Up to 3.2 a key store's file in PEM has to hold an encrypted key.
  if (location && type === 'PEM' && !reader.atLeast('3.3') && !reader.has('ssl.key.password')) {
    return problem(location, 'needs ssl.key.password, since Kafka before 3.3 takes encrypted keys only');
  }
  if (password && !location) return problem(password, 'is set without ssl.keystore.location', [removeEntry(password)]);
  if (location && !password && type !== undefined && type !== 'PEM') {
    return problem(location, `needs ssl.keystore.password, since ssl.keystore.type is ${shown(type)}`);
  }
  return undefined;
}

function withKey(reader: Reader, key: Entry, chain: Entry | undefined): StoreProblem | undefined {
  const others =
    notPem(reader, key, 'ssl.keystore.type') ??
    besideLocation(reader, key, 'ssl.keystore.location') ??
    besidePassword(reader, 'ssl.keystore.password');
  if (others) return others;
  if (!chain) return isWhole(reader) ? problem(key, 'needs ssl.keystore.certificate.chain beside it') : undefined;
  if (isNoPem(key, 'PRIVATE KEY')) return problem(key, 'holds no private key in PEM');
  if (isNoPem(chain, 'CERTIFICATE')) return problem(chain, 'holds no certificate in PEM');
  const password = reader.has('ssl.key.password');
  const wrong = keyProblem(key, password || (isWhole(reader) ? false : undefined));
  return wrong === undefined ? undefined : problem(key, wrong);
}

/** DefaultSslEngineFactory.createTruststore. */
export function trustStoreProblem(reader: Reader): StoreProblem | undefined {
  const certificates = reader.entry('ssl.truststore.certificates');
  const location = reader.entry('ssl.truststore.location');
  const password = reader.entry('ssl.truststore.password');
  if (certificates) {
    const other =
      notPem(reader, certificates, 'ssl.truststore.type') ??
      besideLocation(reader, certificates, 'ssl.truststore.location') ??
      besidePassword(reader, 'ssl.truststore.password');
    if (other) return other;
    return isNoPem(certificates, 'CERTIFICATE') ? problem(certificates, 'holds no certificate in PEM') : undefined;
  }
  const text = pemAsStore(reader, location, 'ssl.truststore.type');
  if (text) return text;
  if (!password) return undefined;
  if (location) return reader.string('ssl.truststore.type') === 'PEM' ? passwordOfPem(password) : undefined;
  if (!isWhole(reader)) return undefined;
  return problem(password, 'is set without ssl.truststore.location', [removeEntry(password)]);
}

/** What is called `.pem` is text, and Java reads a store of another type as binary. */
function pemAsStore(reader: Reader, location: Entry | undefined, typeKey: string): StoreProblem | undefined {
  const type = reader.string(typeKey);
  const isText = location?.value.kind === 'literal' && /\.pem$/i.test(location.value.text.trim());
  if (!isText || !type || type.toUpperCase() === 'PEM') return undefined;
  const why = reader.has(typeKey) ? `${typeKey} is ${type}` : `${typeKey} is ${type} by default`;
  return problem(location, `is a file in PEM, and ${why}`, [addOrSet(reader, typeKey, 'PEM')]);
}

const isWhole = (reader: Reader): boolean => reader.scope.completeness === 'complete';
const shown = (type: string): string => (type === '' ? 'empty' : type);

function problem(entry: Entry, what: string, fixes: readonly Fix[] = []): StoreProblem {
  return { entry, message: `${entry.writtenKey} ${what}`, fixes };
}

function notPem(reader: Reader, entry: Entry, typeKey: string): StoreProblem | undefined {
  const type = reader.string(typeKey);
  if (type === undefined || type === 'PEM') return undefined;
  const why = reader.has(typeKey) ? `it is ${shown(type)}` : `it is ${type} by default`;
  return problem(entry, `needs ${typeKey}=PEM, and ${why}`, [addOrSet(reader, typeKey, 'PEM')]);
}

function besideLocation(reader: Reader, entry: Entry, key: string): StoreProblem | undefined {
  const location = reader.entry(key);
  return location && problem(entry, `excludes ${key}, which is set as well`, [removeEntry(location)]);
}

function besidePassword(reader: Reader, key: string): StoreProblem | undefined {
  const password = reader.entry(key);
  return password && passwordOfPem(password);
}

function passwordOfPem(password: Entry, instead?: string): StoreProblem {
  const what = `cannot be set with a store in PEM${instead === undefined ? '' : `; ${instead}`}`;
  return problem(password, what, [removeEntry(password)]);
}
