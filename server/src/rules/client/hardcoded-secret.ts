import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report, Severity } from '../../model/finding';
import { ROLES, type Scope } from '../../model/scope';
import { rootOf } from '../../model/tree';
import { secretsIn } from '../kafkajs/support/secrets';
import type { RuleContext, ScopeRule } from '../rule';
import { environmentFixer, type SecretFixer } from './support/fromEnvironment';
import { isDummy, isOfTrustStore, type Secret, secretsOf } from './support/secrets';

export const rule: ScopeRule = {
  id: 'client/hardcoded-secret',
  summary: 'A password or key is in the file in plain text',
  severity: 'warning',
  roles: ROLES,
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'sarama'],
  sources: [
    'ConfigDef type PASSWORD',
    'Kafka documentation: configuration providers',
    'KIP-887 (EnvVarConfigProvider)',
  ],
  *check(reader: Reader, context: RuleContext): Iterable<Report> {
    const { scope } = reader;
    if (isOthersToJudge(scope, context)) yield* secretsIn(scope, IN_CODE);
    else for (const entry of scope.others) yield* secretIn(entry, reader, context);
  },
  *checkEntry(entry: Entry, reader: Reader, context: RuleContext): Iterable<Report> {
    if (!isOthersToJudge(reader.scope, context)) yield* secretIn(entry, reader, context);
  },
};

/** Some libraries' options are other rules' to judge. */
function isOthersToJudge({ client }: Scope, { document }: RuleContext): boolean {
  return document.family === 'code' && client !== 'java';
}

const fixerOf = ({ scope }: Reader): SecretFixer | undefined => environmentFixer(rootOf(scope));

function* secretIn(entry: Entry, reader: Reader, { document: { family } }: RuleContext): Iterable<Report> {
  const { scope } = reader;
  const secrets = secretsOf(entry);
  const [secret] = secrets;
  if (!secret) return;
  const isCode = family === 'code';
  const message = `${entry.writtenKey} holds a secret in plain text: everyone who can read the file has it.${adviceFor(scope, isCode)}`;
  // Several users' passwords would need a name each.
  const fixer = isCode ? undefined : reader.once(fixerOf, undefined);
  const fixes = fixer && secrets.length === 1 ? [fixer(secret)] : [];
  const isDevelopment = scope.environment === 'development';
  yield { span: entry.value.span, message, severity: severityOf(isDevelopment, secret), fixes };
}

const IN_CODE = /^(?:sasl_plain_password|ssl_password|Net\.SASL\.Password)$/;

function adviceFor({ client }: Scope, isCode: boolean): string {
  if (isCode) return ' Read it from the environment or a vault.';
  return client === 'java' ? ' A config provider reads it from the environment, a file or a vault.' : '';
}

function severityOf(isDevelopment: boolean, secret: Secret): Severity {
  if (isOfTrustStore(secret)) return 'hint';
  if (!isDevelopment) return 'warning';
  return isDummy(secret) ? 'hint' : 'information';
}
