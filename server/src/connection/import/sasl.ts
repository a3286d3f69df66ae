import { type JaasModule, parseJaas } from '../../jaas/jaas';
import { PASSWORD_MECHANISMS, type PasswordSettings } from '../model';
import { importOAuth } from './oauthKeys';
import type { Reader } from './reader';
import type { SaslImport } from './saslImport';

const MODULES: Readonly<Record<PasswordSettings['mechanism'], string>> = {
  PLAIN: 'org.apache.kafka.common.security.plain.PlainLoginModule',
  'SCRAM-SHA-256': 'org.apache.kafka.common.security.scram.ScramLoginModule',
  'SCRAM-SHA-512': 'org.apache.kafka.common.security.scram.ScramLoginModule',
};
const OAUTH_MODULE = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule';

const HANDLERS = ['sasl.client.callback.handler.class', 'sasl.login.callback.handler.class'];

const NOTHING: SaslImport = { secrets: {} };

/** User, password and mechanism, or what takes their place for OAUTHBEARER. */
export function importSasl(reader: Reader): SaslImport {
  const key = 'sasl.mechanism';
  const mechanism = reader.text(key)?.toUpperCase() ?? 'GSSAPI';
  const known = PASSWORD_MECHANISMS.find((one) => one === mechanism);
  if (known) return importPassword(reader, known);
  if (mechanism === 'OAUTHBEARER') return importOAuth(reader, readModule(reader, OAUTH_MODULE));
  if (!reader.isRefused(key)) reader.refuse({ key, ...explainMechanism(mechanism, reader.has(key)) });
  return NOTHING;
}

function importPassword(reader: Reader, mechanism: PasswordSettings['mechanism']): SaslImport {
  // What is refused leaves the mechanism known, so that a person need not choose it again.
  const unknown: SaslImport = { sasl: { mechanism, username: '' }, secrets: {} };
  const handler = HANDLERS.find((key) => reader.text(key));
  if (handler) {
    reader.refuse({
      key: handler,
      reason: `${handler} names a Java class that gives the credentials, which only Java can run.`,
    });
    return unknown;
  }
  const module = readModule(reader, MODULES[mechanism]);
  if (!module) return unknown;
  if (module.options.get('tokenauth') === 'true') {
    reader.refuse({
      key: 'sasl.jaas.config tokenauth',
      reason: 'sasl.jaas.config uses a delegation token, which expires within days, as its user.',
      remedy: 'Connect with a user and a password instead.',
    });
    return unknown;
  }
  const username = readOption(reader, module, 'username') ?? '';
  const password = readOption(reader, module, 'password');
  return { sasl: { mechanism, username }, secrets: password === undefined ? {} : { password } };
}

function readOption(reader: Reader, { options }: JaasModule, option: string): string | undefined {
  const key = `sasl.jaas.config ${option}`;
  const value = options.get(option);
  if (value) return reader.known(key, value);
  reader.refuse({ key, reason: `sasl.jaas.config has no ${option}.` });
  return undefined;
}

/** The login module of `sasl.jaas.config`, if it is the one that the mechanism needs. */
function readModule(reader: Reader, wanted: string): JaasModule | undefined {
  const key = 'sasl.jaas.config';
  // A placeholder inside of it is told with its option, unless it stands for all of it.
  const text = reader.raw(key);
  if (text === undefined) {
    if (!reader.isRefused(key)) {
      const reason = 'sasl.jaas.config is missing: a JAAS file that the program is started with has the credentials.';
      reader.refuse({ key, reason });
    }
    return undefined;
  }
  const module = parseJaas(text);
  if ('problem' in module) {
    if (reader.known(key, text)) reader.refuse({ key, reason: module.problem });
    return undefined;
  }
  if (module.loginModule === wanted) return module;
  const name = wanted.slice(wanted.lastIndexOf('.') + 1);
  reader.refuse({
    key,
    reason: `sasl.jaas.config uses ${module.loginModule}, and we can log in as ${name} does for this sasl.mechanism.`,
  });
  return undefined;
}

function explainMechanism(mechanism: string, isWritten: boolean): { readonly reason: string; readonly remedy: string } {
  const remedy = 'Use a listener of the cluster with PLAIN, SCRAM, OAUTHBEARER or mutual TLS.';
  if (mechanism === 'GSSAPI') {
    const reason = isWritten ? 'sasl.mechanism is GSSAPI' : 'sasl.mechanism is missing, so that it is GSSAPI';
    return { reason: `${reason}: Kerberos, which needs native libraries that we do not have.`, remedy };
  }
  if (mechanism === 'AWS_MSK_IAM') {
    return { reason: 'AWS_MSK_IAM signs in with a Java class of Amazon, which only Java can run.', remedy };
  }
  return { reason: `sasl.mechanism ${mechanism} is none that we can log in with.`, remedy };
}
