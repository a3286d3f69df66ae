/** How to reach a cluster, in no library's terms. Holds secrets: never log it, show it or put it in a setting. */

export interface TlsOptions {
  /** PEM; absent means the certificate authorities that Node trusts. */
  readonly ca?: string | readonly string[];
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  /** False lets a trusted certificate name another host, as an empty ssl.endpoint.identification.algorithm does. */
  readonly verifyHostname?: boolean;
  /** False accepts any certificate; absent means true. */
  readonly rejectUnauthorized?: boolean;
  /** The name that the brokers' certificates must carry, when it is not the host that is connected to. */
  readonly servername?: string;
}

export interface PasswordSasl {
  readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
  readonly username: string;
  readonly password: string;
}

export interface OauthToken {
  readonly value: string;
  /** SASL extensions, such as `logicalCluster`. */
  readonly extensions?: Readonly<Record<string, string>>;
}

export interface OauthSasl {
  readonly mechanism: 'OAUTHBEARER';
  /** Called for every connection and re-authentication: it keeps a token for as long as that is valid. */
  readonly token: () => Promise<OauthToken>;
}

export type SaslOptions = PasswordSasl | OauthSasl;

export interface ConnectionOptions {
  /** `host:port`, `[v6]:port`; a missing port means 9092. */
  readonly brokers: readonly string[];
  readonly clientId?: string;
  readonly tls?: TlsOptions;
  readonly sasl?: SaslOptions;
  /** Milliseconds until a request counts as unanswered. */
  readonly requestTimeoutMs: number;
  /** Milliseconds until a connection attempt counts as failed, TLS included. */
  readonly connectionTimeoutMs: number;
}
