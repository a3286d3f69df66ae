import { type ConnectionSecrets, PASSWORD_MECHANISMS, type SaslSettings, type SecurityProtocol } from '../model';
import { readBootstrapServers } from '../validate';
import type { ConnectionImport } from './importConnection';
import { normalisePem } from './pem';
import type { Refusal } from './reader';

/** An option as the server tells it: code is only read, never run, so that an expression stays one. */
export interface CodeOption {
  readonly key: string;
  readonly kind: 'literal' | 'dynamic' | 'absent';
  readonly text: string;
  readonly fallback?: true;
}

/** The options of a `new Kafka()`; nested ones have dots in their keys. */
export interface CodeOptions {
  readonly entries: readonly CodeOption[];
  /** False when some of the options cannot be seen. */
  readonly complete: boolean;
}

interface Reader {
  option(key: string): CodeOption | undefined;
  /** True when the key, or one nested in it, is there. */
  has(key: string): boolean;
  refuse(key: string, reason: string, remedy?: string): void;
}

/** How a KafkaJS client connects, as far as its code says so. */
export function importKafkaJs({ entries, complete }: CodeOptions): ConnectionImport {
  const refusals: Refusal[] = [];
  const reader: Reader = {
    option: (key) => entries.find((entry) => entry.key === key),
    has: (key) => entries.some((entry) => entry.key === key || entry.key.startsWith(`${key}.`)),
    refuse: (key, reason, remedy) => refusals.push({ key, reason, ...(remedy && { remedy }) }),
  };
  if (!complete && !(reader.has('ssl') && reader.has('sasl'))) {
    const reason = 'Some of the options come from elsewhere in the code, and ssl or sasl may be among them.';
    reader.refuse('options', reason, 'Fill them in here.');
  }
  const bootstrapServers = importBrokers(reader);
  const tls = importSsl(reader);
  const sasl = importSasl(reader);
  const securityProtocol = protocolOf(tls.used, sasl.used);
  return {
    settings: {
      ...(bootstrapServers && { bootstrapServers }),
      securityProtocol,
      ...(sasl.settings && { sasl: sasl.settings }),
    },
    secrets: { ...tls.secrets, ...sasl.secrets },
    refusals,
  };
}

function protocolOf(usesTls: boolean, usesSasl: boolean): SecurityProtocol {
  if (usesSasl) return usesTls ? 'SASL_SSL' : 'SASL_PLAINTEXT';
  return usesTls ? 'SSL' : 'PLAINTEXT';
}

function importBrokers(reader: Reader): readonly string[] | undefined {
  const key = 'brokers';
  const option = reader.option(key);
  if (option?.kind !== 'literal') {
    reader.refuse(key, option ? expression(key) : 'brokers is missing.', 'Fill the addresses in here.');
    return undefined;
  }
  const servers = readBootstrapServers(option.text);
  if ('value' in servers) return servers.value;
  reader.refuse(key, servers.problem);
  return undefined;
}

interface Part {
  readonly used: boolean;
  readonly secrets: ConnectionSecrets;
}

/** KafkaJS hands `ssl` to Node's tls.connect; `true` and `{}` trust what Node trusts. */
function importSsl(reader: Reader): Part {
  const option = reader.option('ssl');
  const isOff = !reader.has('ssl') || (option?.kind === 'literal' && option.text !== 'true');
  if (isOff) return { used: false, secrets: {} };
  const isObject = option?.text.trimStart().startsWith('{') || reader.has('ssl.ca') || reader.has('ssl.cert');
  if (option?.kind === 'dynamic' && !isObject) reader.refuse('ssl', expression('ssl'), 'Choose the security here.');
  if (reader.option('ssl.rejectUnauthorized')?.text === 'false') {
    const reason = 'ssl.rejectUnauthorized is false: the code accepts any certificate, also of somebody in between.';
    reader.refuse('ssl.rejectUnauthorized', reason, 'Give the PEM file of the authority that signs the certificates.');
  }
  if (reader.has('ssl.servername')) {
    reader.refuse(
      'ssl.servername',
      'ssl.servername makes the certificate be checked for another name than that of the host.',
    );
  }
  const ca = pemOf(reader, 'ssl.ca');
  const certificate = pemOf(reader, 'ssl.cert');
  const privateKey = pemOf(reader, 'ssl.key');
  return {
    used: true,
    secrets: { ...(ca && { ca }), ...(certificate && { certificate }), ...(privateKey && { privateKey }) },
  };
}

function pemOf(reader: Reader, key: string): string | undefined {
  const option = reader.option(key);
  if (!option) return undefined;
  const pem = option.kind === 'literal' ? normalisePem(option.text) : '';
  if (pem === '') reader.refuse(key, expression(key), 'Give the path of the PEM file here.');
  return pem || undefined;
}

function importSasl(reader: Reader): Part & { readonly settings?: SaslSettings } {
  const whole = reader.option('sasl');
  const nested = reader.option('sasl.mechanism');
  if (!reader.has('sasl') || whole?.kind === 'literal') return { used: false, secrets: {} };
  if (!nested) {
    reader.refuse('sasl', expression('sasl'), 'Fill in here how to log in.');
    return { used: true, secrets: {} };
  }
  const mechanism = PASSWORD_MECHANISMS.find((one) => one === nested.text.toUpperCase());
  if (!mechanism || nested.kind !== 'literal') {
    reader.refuse('sasl.mechanism', mechanismReason(nested), 'Fill in here how to log in.');
    return { used: true, secrets: {} };
  }
  const username = credential(reader, 'sasl.username');
  const password = credential(reader, 'sasl.password');
  return {
    used: true,
    settings: { mechanism, username: username ?? '' },
    secrets: password === undefined ? {} : { password },
  };
}

function mechanismReason({ kind, text }: CodeOption): string {
  if (kind !== 'literal') return expression('sasl.mechanism');
  if (text.toLowerCase() === 'oauthbearer')
    return 'The code gets its OAuth token with a function, which is not run here.';
  return `sasl.mechanism ${text} is none that we can log in with.`;
}

/** A value that only stands in for an environment variable is seldom a real user or password. */
function credential(reader: Reader, key: string): string | undefined {
  const option = reader.option(key);
  if (option?.kind === 'literal' && !option.fallback && option.text !== '') return option.text;
  reader.refuse(
    key,
    option ? expression(key) : `${key} is missing.`,
    'Fill it in here; it is kept in the secret storage.',
  );
  return undefined;
}

function expression(key: string): string {
  return `${key} is only known when the program runs.`;
}
