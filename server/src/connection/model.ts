/** What is known of how to reach a cluster. Settings hold the first part, SecretStorage the second. */

export const SECURITY_PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'] as const;
export type SecurityProtocol = (typeof SECURITY_PROTOCOLS)[number];

export const PASSWORD_MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
export const MECHANISMS = [...PASSWORD_MECHANISMS, 'OAUTHBEARER'] as const;

/** Holds no secret, so that it may lie in settings that are synchronised and shared. */
export interface ClusterSettings {
  /** What the user calls the cluster; no two have the same. */
  readonly name: string;
  /** Each `host:port`, with brackets around an IPv6 address. */
  readonly bootstrapServers: readonly string[];
  readonly securityProtocol: SecurityProtocol;
  /** Set with SASL_PLAINTEXT and SASL_SSL. */
  readonly sasl?: SaslSettings;
  /** Absent for what Node trusts by itself, without a certificate of our own. */
  readonly tls?: TlsSettings;
}

export type SaslSettings = PasswordSettings | OAuthSettings;

export interface PasswordSettings {
  readonly mechanism: (typeof PASSWORD_MECHANISMS)[number];
  readonly username: string;
}

/** OAuth 2.0 client credentials, as Kafka's own ClientCredentialsJwtRetriever sends them. */
export interface OAuthSettings {
  readonly mechanism: 'OAUTHBEARER';
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly scope?: string;
  /** SASL extensions that some brokers ask for beside the token. */
  readonly extensions?: Readonly<Record<string, string>>;
  /** Encode id, secret and scope as RFC 6749 wants it; Kafka does not unless told. */
  readonly urlEncode?: boolean;
}

/** Absolute paths of PEM files. */
export interface TlsSettings {
  readonly caFile?: string;
  /** The chain that we show to the broker; may be the same file as the key. */
  readonly certificateFile?: string;
  readonly keyFile?: string;
  /** False when the broker's certificate need not name its host; true when absent. */
  readonly verifyHostname?: boolean;
}

/** What SecretStorage keeps. PEM texts that a file held inline are here too, since settings are no place for them. */
export interface ConnectionSecrets {
  readonly password?: string;
  readonly clientSecret?: string;
  readonly ca?: string;
  readonly certificate?: string;
  readonly privateKey?: string;
  readonly keyPassphrase?: string;
}

export function usesTls(protocol: SecurityProtocol): boolean {
  return protocol === 'SSL' || protocol === 'SASL_SSL';
}

export function usesSasl(protocol: SecurityProtocol): boolean {
  return protocol === 'SASL_PLAINTEXT' || protocol === 'SASL_SSL';
}
