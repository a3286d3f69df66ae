import { CATALOGUE_VERSIONS, NEWEST_VERSION } from '../catalogue/catalogue';
import type { Severity } from '../model/finding';
import type { Role } from '../model/scope';
import { isAtLeast, type KafkaVersion, parseVersion } from '../model/version';
import { PLATFORMS, type Platform } from '../monitoring/stack';
import type { Profile } from '../rules/rule';
import { nearest } from '../rules/support/nearest';
import { severityNamed } from '../settings/ruleLevels';
import { assertNoLagOption, type ClusterAddress, type LagOptions, readAddress, readLag } from './lagArguments';
import { OPTIONS, type OutputFormat } from './options';
import { choice, count, parseValues, text, UsageError, type Values } from './values';

export interface CliOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly diff: boolean;
  /** With a preset: make the changes that need a person's agreement too. */
  readonly yes: boolean;
  readonly failOn: Severity | 'never';
  readonly minSeverity: Severity;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly outputFile?: string;
  readonly statistics: boolean;
  readonly verbose: boolean;
  /** Absent where the terminal decides. */
  readonly color?: boolean;
  readonly preset?: string;
  readonly target?: KafkaVersion;
  readonly role?: Role;
  readonly profile?: Profile;
  readonly config?: string;
  readonly since?: string;
  /** Standard input is linted as the file of this name. */
  readonly stdinFilename?: string;
  readonly ignoreFiles: boolean;
  /** A running cluster to lint, together with the paths that are named. */
  readonly cluster?: ClusterAddress;
}

/** What the command line asks for: a run, a text to print, or nothing that we understand. */
export type Command =
  | { readonly kind: 'lint'; readonly options: CliOptions }
  /** What people check before production, as far as the files tell. */
  | { readonly kind: 'checklist'; readonly options: CliOptions }
  /** Adds what a host for brokers should have; written only where that is meant. */
  | { readonly kind: 'host-tuning'; readonly options: CliOptions; readonly isMeant: boolean }
  /** What the upgrade to a version means to the files; `from` where it cannot be told from them. */
  | { readonly kind: 'upgrade'; readonly options: CliOptions; readonly to: KafkaVersion; readonly from?: KafkaVersion }
  | { readonly kind: 'lag'; readonly options: LagOptions }
  /** Files that watch the cluster which the current folder configures. */
  | { readonly kind: 'monitoring'; readonly options: CliOptions; readonly platform?: Platform }
  | { readonly kind: 'mcp'; readonly cluster?: ClusterAddress }
  | { readonly kind: 'explain'; readonly rule: string }
  | { readonly kind: 'help' | 'version' | 'list-rules' | 'init' }
  | { readonly kind: 'usage-error'; readonly message: string };

/** The name that standard input goes by where nobody gave it one. */
const STDIN_NAME = 'stdin.properties';

export function readArguments(argv: readonly string[]): Command {
  try {
    return readCommand(argv);
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'usage-error', message: error.message };
    if (isParseArgsError(error)) return { kind: 'usage-error', message: explained(error) };
    throw error;
  }
}

function readCommand(argv: readonly string[]): Command {
  const { values, positionals } = parseValues(argv);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values['list-rules']) return { kind: 'list-rules' };
  if (values.explain !== undefined) return { kind: 'explain', rule: String(values.explain) };
  if (positionals[0] === 'init') return readInit(positionals.slice(1));
  if (positionals[0] === 'lag') return { kind: 'lag', options: readLag(values, positionals.slice(1)) };
  if (positionals[0] === 'mcp') return readMcp(values, positionals.slice(1));
  assertNoLagOption(values);
  if (positionals[0] === 'upgrade') return readUpgrade(values, positionals.slice(1));
  if (positionals[0] === 'monitoring') return readMonitoring(values, positionals.slice(1));
  if (positionals[0] === 'host-tuning') return readHostTuning(values, positionals.slice(1));
  if (positionals[0] === 'checklist') return readChecklist(values, positionals.slice(1));
  if (values.from !== undefined) throw new UsageError('--from belongs to kafka-lint upgrade.');
  const target = targetVersion('target', values);
  const options = { ...commonOptions(values, positionals), ...(target && { target }) };
  assertSensible(options, positionals);
  return { kind: 'lint', options };
}

function assertSensible(options: CliOptions, positionals: readonly string[]): void {
  const { fix, preset, diff, format, stdinFilename, cluster } = options;
  if (cluster && (preset !== undefined || stdinFilename !== undefined)) {
    throw new UsageError(
      'A running cluster is linted together with files only; leave out --preset and standard input.',
    );
  }
  if (fix && preset !== undefined) throw new UsageError('Use either --fix or --preset.');
  if (preset !== undefined && positionals.length === 0) {
    throw new UsageError(`--preset changes files: name them, as in kafka-lint --preset ${preset} producer.properties.`);
  }
  if (diff && format !== 'text') throw new UsageError('--diff prints a diff; leave out --format.');
  if (stdinFilename !== undefined && positionals.some((path) => path !== '-')) {
    throw new UsageError('Standard input is linted alone; leave out the paths.');
  }
  if (stdinFilename !== undefined && preset !== undefined)
    throw new UsageError('--preset changes files, not standard input.');
  if (options.updateBaseline && options.baseline === undefined) {
    throw new UsageError('--update-baseline needs --baseline, the file to write.');
  }
}

function readInit(rest: readonly string[]): Command {
  if (rest.length > 0) throw new UsageError('kafka-lint init takes no paths: it writes .kafka-lint.json here.');
  return { kind: 'init' };
}

function readMonitoring(values: Values, [verb, asked, ...more]: readonly string[]): Command {
  const platform = PLATFORMS.find((one) => one === asked);
  if (verb !== 'init' || more.length > 0 || (asked !== undefined && platform === undefined)) {
    throw new UsageError(
      `Use kafka-lint monitoring init [${PLATFORMS.join('|')}], in the folder of the cluster's files.`,
    );
  }
  const foreign = Object.keys(values).find((name) => !['dry-run', 'diff', 'no-ignore', 'config'].includes(name));
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong to kafka-lint monitoring init.`);
  return { kind: 'monitoring', options: commonOptions(values, []), ...(platform && { platform }) };
}

/** Assistants are shown no cluster but the one that is named here. */
function readMcp(values: Values, rest: readonly string[]): Command {
  if (rest.length > 0)
    throw new UsageError('kafka-lint mcp takes no paths: it serves the folder that it is started in.');
  const foreign = Object.keys(values).find((name) => !['bootstrap-server', 'command-config'].includes(name));
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong to kafka-lint mcp.`);
  const cluster = readAddress(values);
  return { kind: 'mcp', ...(cluster && { cluster }) };
}

function readUpgrade(values: Values, paths: readonly string[]): Command {
  const to = targetVersion('target', values);
  const from = targetVersion('from', values);
  if (!to) throw new UsageError('kafka-lint upgrade needs --target, the version to upgrade to.');
  if (values['bootstrap-server'] !== undefined || values['command-config'] !== undefined) {
    throw new UsageError('kafka-lint upgrade reads files; leave out --bootstrap-server and --command-config.');
  }
  if (values.fix || values.diff || values.preset !== undefined || values['stdin-filename'] !== undefined) {
    throw new UsageError('kafka-lint upgrade only reports; leave out --fix, --diff, --preset and --stdin-filename.');
  }
  const options = commonOptions(values, paths);
  if (options.format !== 'text' && options.format !== 'json') {
    throw new UsageError(`--format ${options.format}: kafka-lint upgrade prints text or json.`);
  }
  return { kind: 'upgrade', options, to, ...(from && { from }) };
}

function readHostTuning(values: Values, paths: readonly string[]): Command {
  const known = ['yes', 'config', 'no-ignore', 'color', 'no-color'];
  const foreign = Object.keys(values).find((name) => !known.includes(name));
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong to kafka-lint host-tuning.`);
  return { kind: 'host-tuning', options: commonOptions(values, paths), isMeant: values.yes === true };
}

function readChecklist(values: Values, paths: readonly string[]): Command {
  const foreign = [
    'bootstrap-server',
    'command-config',
    'fix',
    'diff',
    'preset',
    'stdin-filename',
    'baseline',
    'from',
  ].find((name) => values[name as keyof Values] !== undefined);
  if (foreign !== undefined)
    throw new UsageError(`kafka-lint checklist only reports on files; leave out --${foreign}.`);
  const options = commonOptions(values, paths);
  if (options.format !== 'text' && options.format !== 'json') {
    throw new UsageError(`--format ${options.format}: kafka-lint checklist prints text, which is Markdown, or json.`);
  }
  return { kind: 'checklist', options };
}

function commonOptions(values: Values, positionals: readonly string[]): CliOptions {
  const [role, profile] = [choice<Role>('role', values), choice<Profile>('profile', values)];
  const cluster = readAddress(values);
  const stdin = text('stdin-filename', values) ?? (positionals.includes('-') ? STDIN_NAME : undefined);
  const maxWarnings = count('max-warnings', values);
  const [preset, config, since] = [text('preset', values), text('config', values), text('since', values)];
  const [baseline, outputFile] = [text('baseline', values), text('output-file', values)];
  const isColored = values['no-color'] ? false : values.color === true ? true : undefined;
  return {
    paths: positionals.length > 0 || cluster ? positionals : ['.'],
    format: choice<OutputFormat>('format', values) ?? 'text',
    fix: values.fix === true || (values.diff === true && preset === undefined),
    dryRun: values['dry-run'] === true || values.diff === true,
    diff: values.diff === true,
    yes: values.yes === true,
    failOn: severity('fail-on', values) ?? (maxWarnings === undefined ? 'warning' : 'error'),
    minSeverity: values.quiet ? 'error' : (severityNamed(choice('min-severity', values) ?? 'hint') ?? 'hint'),
    updateBaseline: values['update-baseline'] === true,
    statistics: values.statistics === true,
    verbose: values.verbose === true,
    ignoreFiles: values['no-ignore'] !== true,
    ...(isColored !== undefined && { color: isColored }),
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(baseline !== undefined && { baseline }),
    ...(outputFile !== undefined && { outputFile }),
    ...(cluster && { cluster }),
    ...(role && { role }),
    ...(profile && { profile }),
    ...(preset !== undefined && { preset }),
    ...(config !== undefined && { config }),
    ...(since !== undefined && { since }),
    ...(stdin !== undefined && { stdinFilename: stdin }),
  };
}

function severity(name: 'fail-on', values: Values): Severity | 'never' | undefined {
  const chosen = choice(name, values);
  return chosen === 'never' ? chosen : severityNamed(chosen ?? '');
}

function targetVersion(name: 'target' | 'from', values: Values): KafkaVersion | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const version = parseVersion(String(text));
  if (!version) throw new UsageError(`--${name} ${text}: must be a Kafka version such as 3.9.`);
  if (version === NEWEST_VERSION || !isAtLeast(version, NEWEST_VERSION)) return version;
  throw new UsageError(
    `--${name} ${text}: this kafka-lint knows Kafka ${CATALOGUE_VERSIONS[0]} to ${NEWEST_VERSION}; a newer one may know ${version}.`,
  );
}

function isParseArgsError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function explained({ code, message }: Error & { readonly code: string }): string {
  const name = /'(-[^' ]+)/.exec(message)?.[1];
  if (!name) return message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const similar = nearest(name.replace(/^-+/, ''), Object.keys(OPTIONS));
    return `There is no option ${name}.${similar ? ` Did you mean --${similar}?` : ''}`;
  }
  return message;
}
