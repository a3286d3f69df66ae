import { OPTION_GROUPS, OPTIONS, type OptionSpec } from './options';

const WIDTH = 110;
const COLUMN = 30;

export const USAGE = `kafka-lint [options] [files, folders, globs, or - for standard input]
kafka-lint --bootstrap-server HOST:PORT [--command-config FILE] [options] [files, folders, globs]
kafka-lint upgrade --target VERSION [options] [files, folders, globs]
kafka-lint checklist [options] [files, folders, globs]
kafka-lint host-tuning [--yes] [files, folders, globs]
kafka-lint lag --bootstrap-server HOST:PORT [--command-config FILE] [--group GROUP]... [options]
kafka-lint monitoring init [compose|strimzi|hosts] [--dry-run|--diff]
kafka-lint init
kafka-lint mcp [--bootstrap-server HOST:PORT] [--command-config FILE]`;

export const EXIT_CODES = `0  no finding at or over --fail-on
1  findings at or over --fail-on, or more warnings than --max-warnings
2  wrong usage or settings, files that could not be read or written, or a cluster that could not be reached`;

const ABOUT = `Lints Kafka configuration wherever it stands: properties files, YAML, environment files, units, JSON, and code that
uses a Kafka client. Without a path it takes the current folder. Folders are searched; .gitignore and .kafkalintignore
are respected.

Commands
  upgrade          what that Kafka version rejects, renames, ignores or has another default for, compared with the
                   version that each file is for now
  checklist        which lines of a production checklist the files fail, pass or leave open
  host-tuning      what a host for brokers should have beside the files: kernel parameters, limits and a drop-in for
                   its unit; --yes writes them
  lag              how far the consumer groups of a running cluster are behind; serves it to Prometheus, too
  monitoring init  writes what watches the cluster of the current folder: rules of the JMX exporter, a scrape
                   configuration, alerts with their tests, and dashboards
  init             writes a .kafka-lint.json to start with
  mcp              serves assistants over standard input and output (Model Context Protocol): it reads files of the
                   current folder when an assistant names them, and a cluster only if the command line names it; it
                   writes nothing`;

export function helpText(): string {
  const groups = OPTION_GROUPS.map((group) => {
    const lines = optionsOf(group).map(([name, spec]) => line(signature(name, spec), spec.help));
    return `${group}\n${lines.join('')}`;
  });
  const usage = USAGE.split('\n').map((one, index) => `${index === 0 ? 'Usage:' : '      '} ${one}`);
  const codes = EXIT_CODES.split('\n').map((code) => `  ${code}`);
  return [usage.join('\n'), ABOUT, ...groups.map((group) => group.trimEnd()), `Exit codes\n${codes.join('\n')}\n`].join(
    '\n\n',
  );
}

export function optionsOf(group: (typeof OPTION_GROUPS)[number]): [string, OptionSpec][] {
  return Object.entries<OptionSpec>(OPTIONS).filter(([, spec]) => spec.group === group);
}

export function signature(name: string, { short, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

/** The help behind a column, in as many lines as it takes. */
function line(head: string, help: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of help.split(' ')) {
    if (current.length + word.length + 1 > WIDTH - COLUMN) {
      lines.push(current);
      current = '';
    }
    current += current === '' ? word : ` ${word}`;
  }
  lines.push(current);
  const first = `  ${head}`.padEnd(COLUMN);
  const lead = first.length > COLUMN ? `${first}\n${' '.repeat(COLUMN)}` : first;
  return `${lead}${lines.join(`\n${' '.repeat(COLUMN)}`)}\n`;
}
