import { existsSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Role } from '../../model/scope';
import type { KafkaVersion } from '../../model/version';
import { createConfigs } from '../configFile';
import { type OpenedText, openText } from '../lintFile';
import { readTextFile } from '../textFile';
import { createVersionsAround } from '../versionsAround';

/** A text that an assistant has, or a file that it names. */
export interface Source {
  /** Below the server's working directory; with `text`, it need not exist. */
  readonly path: string;
  readonly text?: string | undefined;
  readonly role?: Role | undefined;
  readonly kafkaVersion?: KafkaVersion | undefined;
}

/** The file is not one that an assistant may have read, with the way out. */
class RefusedSource extends Error {}

/**
 * Reads the source with the settings that hold for it; undefined when it is not Kafka's or the settings leave it out.
 * Files outside of the working directory are refused: an assistant may be talked into asking for them.
 */
export function openSource(cwd: string, { path, text, role, kafkaVersion }: Source): OpenedText | undefined {
  const absolute = within(cwd, path);
  const content = text ?? readTextFile(absolute).text;
  const options = { ...(role && { role }), ...(kafkaVersion && { target: kafkaVersion }) };
  return openText(
    { options, configFor: createConfigs(undefined, cwd), cwd, versionsAround: createVersionsAround(cwd) },
    absolute,
    content,
  );
}

/** Links are followed before the look, so that none leads out. A file that is not there has no links. */
function within(cwd: string, path: string): string {
  const root = realpathSync(cwd);
  const wanted = resolve(root, path);
  const real = existsSync(wanted) ? realpathSync(wanted) : wanted;
  if (real.startsWith(root + sep)) return real;
  throw new RefusedSource(`${path} is not below ${root}. Start the server in the folder of your project.`);
}
