import {
  type ClusterSettings,
  type ConnectionSecrets,
  type MECHANISMS,
  type OAuthSettings,
  type SaslSettings,
  type SecurityProtocol,
  type TlsSettings,
  usesSasl,
  usesTls,
} from '../../../server/src/connection/model';
import { readBootstrapServers } from '../../../server/src/connection/validate';

/** A connection while a person fills it in: every field is there, empty where nothing has been said. */
export interface Draft {
  readonly name: string;
  /** `host:port, host:port` */
  readonly servers: string;
  readonly securityProtocol: SecurityProtocol;
  readonly mechanism: (typeof MECHANISMS)[number];
  readonly username: string;
  readonly password: string;
  readonly oauth: Omit<OAuthSettings, 'mechanism'>;
  readonly clientSecret: string;
  /** What the brokers' certificates are checked against; `kept` is a PEM text that a file had inline. */
  readonly trust: 'system' | 'file' | 'kept';
  readonly identity: 'none' | 'file' | 'kept';
  readonly caFile: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly keyIsEncrypted: boolean;
  readonly keyPassphrase: string;
  readonly verifyHostname: boolean;
  /** PEM texts without a file. */
  readonly kept: Pick<ConnectionSecrets, 'ca' | 'certificate' | 'privateKey'>;
}

/** What is known already, such as from a file, with empty fields for the rest. */
export function draftOf(settings: Partial<ClusterSettings>, secrets: ConnectionSecrets): Draft {
  const { name = '', bootstrapServers = [], securityProtocol = 'PLAINTEXT', sasl, tls = {} } = settings;
  const { password = '', clientSecret = '', keyPassphrase = '', ca, certificate, privateKey } = secrets;
  const { caFile = '', certificateFile = '', keyFile = '', verifyHostname = true } = tls;
  return {
    name,
    servers: bootstrapServers.join(', '),
    securityProtocol,
    mechanism: sasl?.mechanism ?? 'PLAIN',
    username: sasl && 'username' in sasl ? sasl.username : '',
    password,
    oauth: oauthOf(sasl),
    clientSecret,
    trust: caFile ? 'file' : ca ? 'kept' : 'system',
    identity: certificateFile ? 'file' : certificate ? 'kept' : 'none',
    caFile,
    certificateFile,
    keyFile,
    keyIsEncrypted: keyPassphrase !== '',
    keyPassphrase,
    verifyHostname,
    kept: { ...(ca && { ca }), ...(certificate && { certificate }), ...(privateKey && { privateKey }) },
  };
}

function oauthOf(sasl: SaslSettings | undefined): Draft['oauth'] {
  if (sasl?.mechanism !== 'OAUTHBEARER') return { tokenEndpoint: '', clientId: '' };
  const { mechanism: _, ...oauth } = sasl;
  return oauth;
}

export interface FilledIn {
  readonly settings: ClusterSettings;
  readonly secrets: ConnectionSecrets;
}

/** The connection that the draft says, without what its security protocol does not use. */
export function connectionFrom(draft: Draft): FilledIn {
  const { name, servers, securityProtocol } = draft;
  const read = readBootstrapServers(servers);
  const tls = usesTls(securityProtocol) ? tlsFrom(draft) : undefined;
  const sasl = usesSasl(securityProtocol) ? saslFrom(draft) : undefined;
  return {
    settings: {
      name: name.trim(),
      bootstrapServers: 'value' in read ? read.value : [],
      securityProtocol,
      ...(sasl && { sasl: sasl.sasl }),
      ...(tls && Object.keys(tls.tls).length > 0 && { tls: tls.tls }),
    },
    secrets: { ...tls?.secrets, ...sasl?.secrets },
  };
}

function saslFrom(draft: Draft): { readonly sasl: SaslSettings; readonly secrets: ConnectionSecrets } {
  const { mechanism, username, password, oauth, clientSecret } = draft;
  if (mechanism !== 'OAUTHBEARER') return { sasl: { mechanism, username }, secrets: { password } };
  const { scope, ...rest } = oauth;
  return { sasl: { mechanism, ...rest, ...(scope && { scope }) }, secrets: { clientSecret } };
}

function tlsFrom(draft: Draft): { readonly tls: TlsSettings; readonly secrets: ConnectionSecrets } {
  const { trust, identity, caFile, certificateFile, keyFile, keyIsEncrypted, keyPassphrase, kept } = draft;
  const { ca, certificate, privateKey } = kept;
  const hasKey = identity !== 'none';
  return {
    tls: {
      ...(trust === 'file' && { caFile }),
      ...(identity === 'file' && { certificateFile, keyFile }),
      ...(!draft.verifyHostname && { verifyHostname: false }),
    },
    secrets: {
      ...(trust === 'kept' && ca && { ca }),
      ...(identity === 'kept' && certificate && privateKey && { certificate, privateKey }),
      ...(hasKey && keyIsEncrypted && keyPassphrase && { keyPassphrase }),
    },
  };
}
