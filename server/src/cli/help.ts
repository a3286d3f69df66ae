export const HELP = `Usage: kafka-lint [options] [files, folders, globs]
       kafka-lint upgrade --target VERSION [options] [files, folders, globs]
       kafka-lint mcp

Lints Kafka configuration: broker, client, Connect, Streams and MirrorMaker files, and JavaScript or TypeScript code that
uses a Kafka client. Without a path it takes the current folder. Folders are searched; .gitignore and .kafkalintignore are respected.

kafka-lint upgrade lists what that Kafka version refuses, renames, ignores or has another default for, compared with
the version that each file is for now.

kafka-lint mcp serves assistants over standard input and output (Model Context Protocol). It reads files of the current
folder when an assistant names them, and writes nothing.

Options
  --format text|json|sarif|github   how to print findings (default: text)
  --fail-on error|warning|information|hint|never
                                    the least severe finding that makes the exit code 1 (default: warning)
  --min-severity SEVERITY           leave less severe findings out (default: hint, which shows all)
  --fix                             write the safe fixes into the files
  --preset NAME                     write a preset into the files: throughput, latency, durability, balanced,
                                    development, or one from the config file
  --yes                             with --preset: also make the changes that need your agreement, such as acks=1
  --dry-run                         with --fix or --preset: show the changes, write nothing
  --target VERSION                  the Kafka version that the files are for, such as 3.9
  --from VERSION                    with upgrade: the version that the files are for now, where they do not show it
  --role ROLE                       what the files configure, where it cannot be told from them
  --profile PROFILE                 what you tune for: throughput, latency, durability, balanced
  --config FILE                     settings (default: .kafka-lint.json here or in a parent folder)
  --stdin-filename NAME             lint standard input as if it were this file; with --fix the result is printed
  --no-ignore                       do not respect ignore files
  --list-rules                      print every rule with its severity
  --explain RULE                    print a rule's page
  -v, --version                     print the version
  -h, --help                        print this text

Exit codes
  0  no finding at or over --fail-on
  1  findings at or over --fail-on
  2  wrong usage, or files that could not be read or written
`;
