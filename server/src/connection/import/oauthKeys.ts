import type { JaasModule } from '../../jaas/jaas';
import type { OAuthSettings } from '../model';
import { checkTokenEndpoint } from '../validate';
import type { Reader } from './reader';
import type { SaslImport } from './saslImport';

const KAFKAS_HANDLER =
  /^org\.apache\.kafka\.common\.security\.oauthbearer\.(?:secured\.)?OAuthBearerLoginCallbackHandler$/;
const KAFKAS_RETRIEVER =
  /^org\.apache\.kafka\.common\.security\.oauthbearer\.(?:Default|ClientCredentials)JwtRetriever$/;
const ENDPOINT = 'sasl.oauthbearer.token.endpoint.url';
const EXTENSION = 'extension_';

/** Kafka's own client credentials; the newer keys win over the options of `sasl.jaas.config`, as they do in Kafka. */
export function importOAuth(reader: Reader, module: JaasModule | undefined): SaslImport {
  if (refuseOthers(reader)) return { sasl: { mechanism: 'OAUTHBEARER', tokenEndpoint: '', clientId: '' }, secrets: {} };
  const option = (key: string, name: string): string | undefined => {
    const value = reader.text(key) ?? (reader.has(key) ? undefined : module?.options.get(name)?.trim());
    return value ? reader.known(key, value) : undefined;
  };
  const clientId = option('sasl.oauthbearer.client.credentials.client.id', 'clientId');
  const clientSecret = option('sasl.oauthbearer.client.credentials.client.secret', 'clientSecret');
  const scope = option('sasl.oauthbearer.scope', 'scope');
  const tokenEndpoint = readEndpoint(reader);
  if (!clientId) refuseMissing(reader, 'sasl.oauthbearer.client.credentials.client.id', 'clientId', module);
  if (!clientSecret) refuseMissing(reader, 'sasl.oauthbearer.client.credentials.client.secret', 'clientSecret', module);
  const secrets = clientSecret ? { clientSecret } : {};
  const extensions = extensionsOf(module);
  const sasl: OAuthSettings = {
    mechanism: 'OAUTHBEARER',
    tokenEndpoint: tokenEndpoint ?? '',
    clientId: clientId ?? '',
    ...(scope && { scope }),
    ...(extensions && { extensions }),
    ...(reader.text('sasl.oauthbearer.header.urlencode')?.toLowerCase() === 'true' && { urlEncode: true }),
  };
  return { sasl, secrets };
}

/** Ways to a token other than client credentials. */
function refuseOthers(reader: Reader): boolean {
  const remedy = 'Connect with client credentials: a token endpoint, a client id and a client secret.';
  const classes = [
    ['sasl.login.callback.handler.class', KAFKAS_HANDLER],
    ['sasl.oauthbearer.jwt.retriever.class', KAFKAS_RETRIEVER],
  ] as const;
  for (const [key, own] of classes) {
    const name = reader.text(key);
    if (!name || own.test(name)) continue;
    reader.refuse({
      key,
      reason: `${key} names ${name}, a Java class that gets the token, which only Java can run.`,
      remedy,
    });
    return true;
  }
  const key = ['sasl.oauthbearer.assertion.file', 'sasl.oauthbearer.assertion.claim.iss'].find((one) =>
    reader.text(one),
  );
  if (!key) return false;
  reader.refuse({ key, reason: `${key} gets the token with a signed assertion, which we cannot make.`, remedy });
  return true;
}

function readEndpoint(reader: Reader): string | undefined {
  const url = reader.text(ENDPOINT);
  if (url === undefined) {
    if (!reader.isRefused(ENDPOINT)) {
      reader.refuse({
        key: ENDPOINT,
        reason: `${ENDPOINT} is missing, so that Kafka makes an unsigned token, which is for development alone.`,
      });
    }
    return undefined;
  }
  if (url.toLowerCase().startsWith('file:')) {
    reader.refuse({ key: ENDPOINT, reason: `${ENDPOINT} is a file, whose token somebody else renews.` });
    return undefined;
  }
  const problem = checkTokenEndpoint(url);
  if (!problem) return url;
  reader.refuse({ key: ENDPOINT, reason: problem });
  return undefined;
}

/** Nothing more to say when the value was there and refused, or when a JAAS that cannot be read may have it. */
function refuseMissing(reader: Reader, key: string, name: string, module: JaasModule | undefined): void {
  if (reader.isRefused(key) || !module) return;
  reader.refuse({ key, reason: `There is neither ${key} nor ${name} in sasl.jaas.config.` });
}

function extensionsOf(module: JaasModule | undefined): Readonly<Record<string, string>> | undefined {
  const found = [...(module?.options ?? [])].filter(([name]) => name.startsWith(EXTENSION));
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(([name, value]) => [name.slice(EXTENSION.length), value]));
}
