import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, diskError } from '../disk/diskError';
import { CONFIG_FILE } from './configFile';
import { CLEAN, TROUBLE } from './exitCode';
import type { CliHost } from './host';

/** Where a project that depends on this package finds the schema. */
const SCHEMA = './node_modules/kafka-config-lint/schema/kafka-lint.schema.json';

/** Writes a settings file to start with; an existing one stays. */
export function init({ cwd, out, err }: CliHost): number {
  const path = join(cwd, CONFIG_FILE);
  try {
    writeFileSync(path, starter(existsSync(join(cwd, SCHEMA))), { flag: 'wx' });
  } catch (error) {
    const reason = codeOf(error) === 'EEXIST' ? 'exists already, and stays as it is' : diskError(error).message;
    err(`kafka-lint: ${CONFIG_FILE} ${reason}.\n`);
    return TROUBLE;
  }
  out(`Wrote ${CONFIG_FILE}. kafka-lint and the editor read it for all files below.\n`);
  return CLEAN;
}

function starter(hasSchema: boolean): string {
  return `{
${hasSchema ? `  "$schema": "${SCHEMA}",\n` : ''}  // The Kafka version that the files are for; "auto" reads it from images and build files.
  "targetVersion": "auto",
  // What you tune for: "throughput", "latency", "durability", "balanced", or "none".
  "profile": "none",
  // Severity by rule, area ("producer/*") or "*": "error", "warning", "information", "hint", "off" or "default".
  "rules": {},
  // Settings for some files: { "files": ["legacy/**"], "rules": { "*": "off" } }
  "overrides": [],
  // Globs of files that are never linted.
  "exclude": []
}
`;
}
