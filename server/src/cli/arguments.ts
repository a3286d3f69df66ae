import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '../model/finding';
import { ROLES, type Role } from '../model/scope';
import { type KafkaVersion, parseVersion } from '../model/version';
import { PROFILES, type Profile } from '../rules/rule';

export const OUTPUT_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface CliOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly fix: boolean;
  readonly dryRun: boolean;
  /** With a preset: make the changes that need a person's agreement too. */
  readonly yes: boolean;
  readonly failOn: Severity | 'never';
  readonly preset?: string;
  readonly target?: KafkaVersion;
  readonly role?: Role;
  readonly profile?: Profile;
  readonly config?: string;
  readonly stdinFilename?: string;
  readonly minSeverity: Severity;
  readonly ignoreFiles: boolean;
}

/** What the command line asks for: a run, a text to print, or nothing that we understand. */
export type Command =
  | { readonly kind: 'lint'; readonly options: CliOptions }
  /** What the upgrade to a version means to the files; `from` where it cannot be told from them. */
  | { readonly kind: 'upgrade'; readonly options: CliOptions; readonly to: KafkaVersion; readonly from?: KafkaVersion }
  | { readonly kind: 'explain'; readonly rule: string }
  | { readonly kind: 'help' | 'version' | 'list-rules' }
  | { readonly kind: 'usage-error'; readonly message: string };

const FAIL_ON = [...SEVERITIES, 'never'] as const;

const OPTIONS = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'min-severity': { type: 'string' },
  preset: { type: 'string' },
  target: { type: 'string' },
  from: { type: 'string' },
  role: { type: 'string' },
  profile: { type: 'string' },
  config: { type: 'string' },
  'stdin-filename': { type: 'string' },
  'no-ignore': { type: 'boolean' },
  explain: { type: 'string' },
  'list-rules': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

class UsageError extends Error {}

export function readArguments(argv: readonly string[]): Command {
  try {
    return readCommand(argv);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) return { kind: 'usage-error', message: error.message };
    throw error;
  }
}

function readCommand(argv: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values['list-rules']) return { kind: 'list-rules' };
  if (values.explain !== undefined) return { kind: 'explain', rule: values.explain };
  if (positionals[0] === 'upgrade') return readUpgrade(values, positionals.slice(1));
  if (values.from !== undefined) throw new UsageError('--from belongs to kafka-lint upgrade.');
  const target = targetVersion('--target', values.target);
  const options = { ...commonOptions(values, positionals), ...(target && { target }) };
  if (options.fix && options.preset !== undefined) throw new UsageError('Use either --fix or --preset.');
  if (options.stdinFilename !== undefined && positionals.length > 0) {
    throw new UsageError('--stdin-filename reads standard input; leave out the paths.');
  }
  return { kind: 'lint', options };
}

function readUpgrade(values: Values, paths: readonly string[]): Command {
  const to = targetVersion('--target', values.target);
  const from = targetVersion('--from', values.from);
  if (!to) throw new UsageError('kafka-lint upgrade needs --target, the version to upgrade to.');
  if (values.fix || values.preset !== undefined || values['stdin-filename'] !== undefined) {
    throw new UsageError('kafka-lint upgrade only reports; leave out --fix, --preset and --stdin-filename.');
  }
  const options = commonOptions(values, paths);
  if (options.format !== 'text' && options.format !== 'json') {
    throw new UsageError(`--format ${options.format}: kafka-lint upgrade prints text or json.`);
  }
  return { kind: 'upgrade', options, to, ...(from && { from }) };
}

function commonOptions(values: Values, positionals: readonly string[]): CliOptions {
  const role = choice('--role', values.role, ROLES);
  const profile = choice('--profile', values.profile, PROFILES);
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    format: choice('--format', values.format, OUTPUT_FORMATS) ?? 'text',
    fix: values.fix ?? false,
    dryRun: values['dry-run'] ?? false,
    yes: values.yes ?? false,
    failOn: choice('--fail-on', values['fail-on'], FAIL_ON) ?? 'warning',
    minSeverity: choice('--min-severity', values['min-severity'], SEVERITIES) ?? 'hint',
    ignoreFiles: !values['no-ignore'],
    ...(role && { role }),
    ...(profile && { profile }),
    ...(values.preset !== undefined && { preset: values.preset }),
    ...(values.config !== undefined && { config: values.config }),
    ...(values['stdin-filename'] !== undefined && { stdinFilename: values['stdin-filename'] }),
  };
}

function choice<T extends string>(option: string, value: string | undefined, choices: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const known = choices.find((one) => one === value);
  if (!known) throw new UsageError(`${option} ${value}: must be one of ${choices.join(', ')}.`);
  return known;
}

function targetVersion(option: string, text: string | undefined): KafkaVersion | undefined {
  if (text === undefined) return undefined;
  const version = parseVersion(text);
  if (!version) throw new UsageError(`${option} ${text}: must be a Kafka version such as 3.9.`);
  return version;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
