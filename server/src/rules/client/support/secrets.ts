import { isStandIn } from '../../../catalogue/placeholders';
import { trimAsJava } from '../../../catalogue/typed';
import type { Entry } from '../../../model/entry';

/** A secret that stands in the file, and where in the value it is. */
export interface Secret {
  readonly entry: Entry;
  readonly text: string;
  /** Where the secret begins in the value's text; the whole value for a password setting. */
  readonly at: number;
}

/** Settings of Kafka, of schema registries and of connectors that hold nothing but a secret. */
const SECRET_KEY =
  /(?:^|[._-])(?:password|passwd|secret|secret\.key|master\.key|secret\.access\.key|api\.secret|basic\.auth\.user\.info)$/i;
/** A PEM key is a secret, the certificates beside it are not. */
const PEM_KEY = /(?:^|\.)ssl\.keystore\.key$/;
const JAAS_KEY = /(?:^|\.)sasl\.jaas\.config$/;
/** What login modules call their secrets; `user_<name>` is a broker's list of its users' passwords. */
const JAAS_SECRET =
  /(?:^|\s)(?:password|clientSecret|oauth\.client\.secret|user_[^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/g;
/** Switches whose name ends like a secret's. */
const SWITCH = /^(?:true|false)$/i;
const DUMMY = /^(?:change[-_]?(?:it|me)|tests?|password|passwd|secret|admin|[\w-]+-secret)$/i;

/** The secrets that an entry spells out. Placeholders and words that stand for one are none. */
export function secretsOf(entry: Entry): Secret[] {
  if (entry.value.kind !== 'literal') return [];
  const { text } = entry.value;
  const found = JAAS_KEY.test(entry.writtenKey) ? jaasSecrets(entry, text) : keySecrets(entry, text);
  return found.filter((secret) => secret.text !== '' && !SWITCH.test(secret.text) && !isStandIn(secret.text));
}

/** A password that everybody knows from documentation. */
export function isDummy({ text }: Secret): boolean {
  return DUMMY.test(text);
}

/** A trust store holds public certificates: its password guards against changes only. */
export function isOfTrustStore({ entry }: Secret): boolean {
  return entry.writtenKey.endsWith('truststore.password');
}

function keySecrets(entry: Entry, text: string): Secret[] {
  if (!SECRET_KEY.test(entry.writtenKey) && !PEM_KEY.test(entry.writtenKey)) return [];
  const trimmed = trimAsJava(text);
  return [{ entry, text: trimmed, at: text.indexOf(trimmed) }];
}

function jaasSecrets(entry: Entry, text: string): Secret[] {
  return [...text.matchAll(JAAS_SECRET)].map((match) => {
    const secret = match[1] ?? match[2] ?? match[3] ?? '';
    return { entry, text: secret, at: match.index + match[0].lastIndexOf(secret) };
  });
}
