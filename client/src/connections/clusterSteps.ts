import * as l10n from '@vscode/l10n';
import { MECHANISMS, SECURITY_PROTOCOLS, usesSasl, usesTls } from '../../../server/src/connection/model';
import { checkName, checkTokenEndpoint, readTypedServers } from '../../../server/src/connection/validate';
import type { Draft } from './draft';
import type { Step } from './runSteps';

export interface TextStep extends Step<Draft> {
  readonly kind: 'text';
  readonly prompt: string;
  readonly placeholder?: string;
  readonly isSecret?: true;
  value(draft: Draft): string;
  /** Why the text cannot be taken. */
  validate(text: string): string | undefined;
  set(draft: Draft, text: string): Draft;
}

/** A path of a PEM file, whose content is looked at. */
export interface FileStep extends Step<Draft> {
  readonly kind: 'file';
  readonly prompt: string;
  value(draft: Draft): string;
  validate(content: string): string | undefined;
  set(draft: Draft, path: string, content: string): Draft;
}

export interface ChoiceStep extends Step<Draft> {
  readonly kind: 'choice';
  readonly prompt: string;
  choices(draft: Draft): readonly Choice[];
  value(draft: Draft): string;
  set(draft: Draft, value: string): Draft;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

export type ClusterStep = TextStep | FileStep | ChoiceStep;

/** All that is asked of a connection; `taken` are the names of the other clusters. */
export function clusterSteps(taken: readonly string[]): readonly ClusterStep[] {
  return [...addressSteps(taken), ...tlsSteps, ...saslSteps, ...oauthSteps];
}

const always = (): boolean => true;

function addressSteps(taken: readonly string[]): readonly ClusterStep[] {
  return [
    {
      kind: 'text',
      prompt: l10n.t('What do you call the cluster?'),
      placeholder: 'production',
      applies: always,
      value: ({ name }) => name,
      validate: (text) => checkName(text, taken),
      set: (draft, name) => ({ ...draft, name: name.trim() }),
    },
    {
      kind: 'text',
      prompt: l10n.t('Where does it listen? One broker is enough; the port is 9092 unless you write another.'),
      placeholder: 'broker1:9092, broker2:9092',
      applies: always,
      value: ({ servers }) => servers,
      validate: (text) => problemOf(readTypedServers(text)),
      set: (draft, text) => {
        const read = readTypedServers(text);
        return { ...draft, servers: 'value' in read ? read.value.join(', ') : text };
      },
    },
    {
      kind: 'choice',
      prompt: l10n.t('How is the listener secured?'),
      applies: always,
      choices: () => SECURITY_PROTOCOLS.map((value) => ({ value, label: value, detail: PROTOCOLS[value] })),
      value: ({ securityProtocol }) => securityProtocol,
      set: (draft, value) => ({
        ...draft,
        securityProtocol: SECURITY_PROTOCOLS.find((one) => one === value) ?? draft.securityProtocol,
      }),
    },
  ];
}

const PROTOCOLS: Readonly<Record<Draft['securityProtocol'], string>> = {
  PLAINTEXT: l10n.t('No login, no encryption: the default of Kafka'),
  SSL: l10n.t('TLS, with or without a certificate of the client'),
  SASL_PLAINTEXT: l10n.t('A login without encryption'),
  SASL_SSL: l10n.t('A login over TLS'),
};

const tls = ({ securityProtocol }: Draft): boolean => usesTls(securityProtocol);

const tlsSteps: readonly ClusterStep[] = [
  {
    kind: 'choice',
    prompt: l10n.t('Who issued the brokers’ certificates?'),
    applies: tls,
    choices: ({ kept }) => [
      { value: 'system', label: l10n.t('A public certificate authority'), detail: l10n.t('As for web sites') },
      {
        value: 'file',
        label: l10n.t('A certificate authority of our own'),
        detail: l10n.t('Its certificates are in a PEM file'),
      },
      ...(kept.ca
        ? [{ value: 'kept', label: l10n.t('The authority of the file'), detail: l10n.t('Stored with the secrets') }]
        : []),
    ],
    value: ({ trust }) => trust,
    set: (draft, value) => ({ ...draft, trust: value === 'file' || value === 'kept' ? value : 'system' }),
  },
  {
    kind: 'file',
    prompt: l10n.t('The PEM file with the certificates of the authority'),
    applies: (draft) => tls(draft) && draft.trust === 'file',
    value: ({ caFile }) => caFile,
    validate: isCertificate,
    set: (draft, caFile) => ({ ...draft, caFile }),
  },
  {
    kind: 'choice',
    prompt: l10n.t('Do the brokers ask for a certificate of yours (mutual TLS)?'),
    applies: tls,
    choices: ({ kept }) => [
      { value: 'none', label: l10n.t('No'), detail: l10n.t('Only the brokers show a certificate') },
      { value: 'file', label: l10n.t('Yes'), detail: l10n.t('Certificate and private key are in PEM files') },
      ...(kept.certificate
        ? [{ value: 'kept', label: l10n.t('The one of the file'), detail: l10n.t('Stored with the secrets') }]
        : []),
    ],
    value: ({ identity }) => identity,
    set: (draft, value) => ({ ...draft, identity: value === 'file' || value === 'kept' ? value : 'none' }),
  },
  {
    kind: 'file',
    prompt: l10n.t('The PEM file with your certificate'),
    applies: (draft) => tls(draft) && draft.identity === 'file',
    value: ({ certificateFile }) => certificateFile,
    validate: isCertificate,
    set: (draft, certificateFile) => ({ ...draft, certificateFile, keyFile: draft.keyFile || certificateFile }),
  },
  {
    kind: 'file',
    prompt: l10n.t('The PEM file with your private key, which may be the same'),
    applies: (draft) => tls(draft) && draft.identity === 'file',
    value: ({ keyFile }) => keyFile,
    validate: (content) =>
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(content) ? undefined : l10n.t('The file has no private key in PEM.'),
    set: (draft, keyFile, content) => ({ ...draft, keyFile, keyIsEncrypted: /ENCRYPTED/.test(content) }),
  },
  {
    kind: 'text',
    prompt: l10n.t('The passphrase of the private key'),
    isSecret: true,
    applies: (draft) => tls(draft) && draft.identity !== 'none' && draft.keyIsEncrypted,
    value: ({ keyPassphrase }) => keyPassphrase,
    validate: required(l10n.t('The key is encrypted, so it needs its passphrase.')),
    set: (draft, keyPassphrase) => ({ ...draft, keyPassphrase }),
  },
];

const sasl = ({ securityProtocol }: Draft): boolean => usesSasl(securityProtocol);
const withPassword = (draft: Draft): boolean => sasl(draft) && draft.mechanism !== 'OAUTHBEARER';

const MECHANISM_DETAILS: Readonly<Record<Draft['mechanism'], string>> = {
  PLAIN: l10n.t('User and password, or an API key and its secret'),
  'SCRAM-SHA-256': l10n.t('User and password that Kafka keeps itself'),
  'SCRAM-SHA-512': l10n.t('User and password that Kafka keeps itself'),
  OAUTHBEARER: l10n.t('A token for client credentials'),
};

const saslSteps: readonly ClusterStep[] = [
  {
    kind: 'choice',
    prompt: l10n.t('How do you log in?'),
    applies: sasl,
    choices: () => MECHANISMS.map((value) => ({ value, label: value, detail: MECHANISM_DETAILS[value] })),
    value: ({ mechanism }) => mechanism,
    set: (draft, value) => ({ ...draft, mechanism: MECHANISMS.find((one) => one === value) ?? draft.mechanism }),
  },
  {
    kind: 'text',
    prompt: l10n.t('User name, or API key'),
    applies: withPassword,
    value: ({ username }) => username,
    validate: required(l10n.t('The user name is missing.')),
    set: (draft, username) => ({ ...draft, username }),
  },
  {
    kind: 'text',
    prompt: l10n.t('Password, or secret of the API key; it is kept in the secret storage'),
    isSecret: true,
    applies: withPassword,
    value: ({ password }) => password,
    validate: required(l10n.t('The password is missing.')),
    set: (draft, password) => ({ ...draft, password }),
  },
];

const oauth = (draft: Draft): boolean => sasl(draft) && draft.mechanism === 'OAUTHBEARER';

const oauthSteps: readonly ClusterStep[] = [
  {
    kind: 'text',
    prompt: l10n.t('The token endpoint'),
    placeholder: 'https://login.example.com/oauth2/token',
    applies: oauth,
    value: ({ oauth: { tokenEndpoint } }) => tokenEndpoint,
    validate: checkTokenEndpoint,
    set: (draft, tokenEndpoint) => ({ ...draft, oauth: { ...draft.oauth, tokenEndpoint } }),
  },
  {
    kind: 'text',
    prompt: l10n.t('Client id'),
    applies: oauth,
    value: ({ oauth: { clientId } }) => clientId,
    validate: required(l10n.t('The client id is missing.')),
    set: (draft, clientId) => ({ ...draft, oauth: { ...draft.oauth, clientId } }),
  },
  {
    kind: 'text',
    prompt: l10n.t('Client secret; it is kept in the secret storage'),
    isSecret: true,
    applies: oauth,
    value: ({ clientSecret }) => clientSecret,
    validate: required(l10n.t('The client secret is missing.')),
    set: (draft, clientSecret) => ({ ...draft, clientSecret }),
  },
  {
    kind: 'text',
    prompt: l10n.t('Scope; leave it empty for the default of the endpoint'),
    applies: oauth,
    value: ({ oauth: { scope = '' } }) => scope,
    validate: () => undefined,
    set: (draft, scope) => ({ ...draft, oauth: { ...draft.oauth, scope: scope.trim() } }),
  },
];

function required(problem: string): (text: string) => string | undefined {
  return (text) => (text.trim() === '' ? problem : undefined);
}

function isCertificate(content: string): string | undefined {
  return /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/.test(content)
    ? undefined
    : l10n.t('The file has no certificate in PEM.');
}

function problemOf(checked: object): string | undefined {
  return 'problem' in checked ? String(checked.problem) : undefined;
}
