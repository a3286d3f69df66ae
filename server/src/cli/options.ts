import { SEVERITIES } from '../model/finding';
import { ROLES } from '../model/scope';
import { PROFILES } from '../rules/rule';

export const OUTPUT_FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'checkstyle', 'codeclimate'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const SEVERITY_NAMES = [...SEVERITIES, 'warn', 'info'] as const;

/** One option of the command line; the reader, the help and the documentation come from here. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
  /** What stands for the value in the help. */
  readonly value?: string;
  /** The values that are allowed; any where absent. */
  readonly choices?: readonly string[];
  readonly group: OptionGroup;
  readonly help: string;
}

export const OPTION_GROUPS = ['Findings', 'Output', 'Changes', 'Files and settings', 'Cluster', 'Other'] as const;
type OptionGroup = (typeof OPTION_GROUPS)[number];

export const OPTIONS = {
  'fail-on': {
    type: 'string',
    value: 'SEVERITY',
    choices: [...SEVERITY_NAMES, 'never'],
    group: 'Findings',
    help: 'the least severe finding that makes the exit code 1: error, warning, information, hint or never (default: warning)',
  },
  'max-warnings': {
    type: 'string',
    value: 'NUMBER',
    group: 'Findings',
    help: 'accept so many warnings; more make the exit code 1, as errors always do',
  },
  'min-severity': {
    type: 'string',
    value: 'SEVERITY',
    choices: SEVERITY_NAMES,
    group: 'Findings',
    help: 'leave less severe findings out (default: hint, which shows all)',
  },
  quiet: { type: 'boolean', group: 'Findings', help: 'show errors only, the same as --min-severity error' },
  baseline: {
    type: 'string',
    value: 'FILE',
    group: 'Findings',
    help: 'leave out the findings that the file knows, so that only new ones count',
  },
  'update-baseline': {
    type: 'boolean',
    group: 'Findings',
    help: 'with --baseline: write the present findings into the file',
  },
  role: {
    type: 'string',
    value: 'ROLE',
    choices: ROLES,
    group: 'Findings',
    help: 'what the files configure, where it cannot be told from them',
  },
  target: {
    type: 'string',
    value: 'VERSION',
    group: 'Findings',
    help: 'the Kafka version that the files are for, such as 3.9',
  },
  profile: {
    type: 'string',
    value: 'PROFILE',
    choices: PROFILES,
    group: 'Findings',
    help: `what you tune for: ${PROFILES.join(', ')}`,
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: OUTPUT_FORMATS,
    group: 'Output',
    help: `how to print findings: ${OUTPUT_FORMATS.join(', ')} (default: text)`,
  },
  'output-file': {
    type: 'string',
    short: 'o',
    value: 'FILE',
    group: 'Output',
    help: 'write the findings into a file instead of standard output',
  },
  statistics: { type: 'boolean', group: 'Output', help: 'count the findings of each rule' },
  verbose: {
    type: 'boolean',
    group: 'Output',
    help: 'say of each file what it was read as, for which Kafka version and why, and which files are one cluster',
  },
  color: { type: 'boolean', group: 'Output', help: 'color the output, also where it is not a terminal' },
  'no-color': { type: 'boolean', group: 'Output', help: 'do not color the output (NO_COLOR does the same)' },
  fix: { type: 'boolean', group: 'Changes', help: 'write the safe fixes into the files' },
  preset: {
    type: 'string',
    value: 'NAME',
    group: 'Changes',
    help: 'write a preset into the named files: throughput, latency, durability, balanced, development, or one from the settings',
  },
  yes: {
    type: 'boolean',
    group: 'Changes',
    help: 'with --preset: also make the changes that need your agreement, such as acks=1; with host-tuning: write the files',
  },
  'dry-run': { type: 'boolean', group: 'Changes', help: 'with --fix or --preset: print the changes, write nothing' },
  diff: {
    type: 'boolean',
    group: 'Changes',
    help: 'print what --fix or --preset would change as a unified diff, write nothing',
  },
  config: {
    type: 'string',
    value: 'FILE',
    group: 'Files and settings',
    help: 'settings (default: the nearest .kafka-lint.json beside or above each file)',
  },
  since: {
    type: 'string',
    value: 'REVISION',
    group: 'Files and settings',
    help: 'only files that changed since a Git revision, such as origin/main, and new ones',
  },
  'stdin-filename': {
    type: 'string',
    value: 'NAME',
    group: 'Files and settings',
    help: 'lint standard input as if it were this file; with --fix the result is printed',
  },
  'no-ignore': { type: 'boolean', group: 'Files and settings', help: 'do not respect .gitignore and .kafkalintignore' },
  'bootstrap-server': {
    type: 'string',
    value: 'HOST:PORT',
    group: 'Cluster',
    help: 'connect to the running cluster behind this broker, or behind several with commas',
  },
  'command-config': {
    type: 'string',
    value: 'FILE',
    group: 'Cluster',
    help: 'a client.properties with what it takes to connect, as for the tools of Kafka',
  },
  group: {
    type: 'string',
    multiple: true,
    value: 'GROUP',
    group: 'Cluster',
    help: 'with lag: only this consumer group, with its partitions; may be repeated',
  },
  watch: { type: 'boolean', group: 'Cluster', help: 'with lag: print it again and again until interrupted' },
  once: { type: 'boolean', group: 'Cluster', help: 'with lag: print it once (the default)' },
  interval: {
    type: 'string',
    value: 'SECONDS',
    group: 'Cluster',
    help: 'with lag: seconds between two looks at the cluster, 2 to 3600 (default: 10)',
  },
  serve: {
    type: 'string',
    value: 'HOST:PORT',
    group: 'Cluster',
    help: 'with lag: serve it to Prometheus at /metrics; a port alone is one of the loopback interface',
  },
  from: {
    type: 'string',
    value: 'VERSION',
    group: 'Other',
    help: 'with upgrade: the version that the files are for now, where they do not show it',
  },
  'list-rules': { type: 'boolean', group: 'Other', help: 'print every rule with its severity' },
  explain: { type: 'string', value: 'RULE', group: 'Other', help: "print a rule's page" },
  version: { type: 'boolean', short: 'v', group: 'Other', help: 'print the version' },
  help: { type: 'boolean', short: 'h', group: 'Other', help: 'print this text' },
} as const satisfies Readonly<Record<string, OptionSpec>>;
