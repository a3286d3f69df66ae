import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KafkaVersion } from '../../../server/src/model/version';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SOURCES = here('java');
const CATALOGUE = here('../../../tools/catalogue');
const CACHE = here('.cache');

/** The release lines that are compared; each stands for those behind it up to the next. */
export const COMPARED: readonly KafkaVersion[] = ['2.8', '3.3', '3.6', '3.9', '4.0', '4.1', '4.2', '4.3', '4.4'];

interface Release {
  readonly version: string;
  /** Connect and Streams of this release are not on Maven Central. */
  readonly core?: true;
}

/**
 * The class path on which the validator runs for that Kafka: fetches the jars and compiles the validator unless that
 * has been done.
 */
export function classPathOf(line: KafkaVersion): string {
  const release = releaseOf(line);
  const jars = `${jarsOf(release)}/*`;
  return `${compiled(release, jars)}:${jars}`;
}

/** Whether Connect, Streams and MirrorMaker of the release can be had. */
export function isWhole(line: KafkaVersion): boolean {
  return releaseOf(line).core !== true;
}

function releaseOf(line: KafkaVersion): Release {
  const releases: readonly Release[] = JSON.parse(readFileSync(`${CATALOGUE}/versions.json`, 'utf8'));
  const release = releases.find(({ version }) => version.startsWith(`${line}.`));
  if (!release) throw new Error(`tools/catalogue/versions.json has no release of ${line}.`);
  return release;
}

/** The jars that the catalogue was made from, or else a copy without RocksDB, which is most of the weight. */
function jarsOf({ version, core }: Release): string {
  const shared = `${CATALOGUE}/.cache/lib/${version}`;
  if (existsSync(shared)) return shared;
  const own = `${CACHE}/lib/${version}`;
  if (existsSync(own)) return own;
  const partial = `${own}.partial`;
  const options = [`-Dkafka.version=${version}`, ...(core ? ['-Dcore'] : [])];
  const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${partial}`, '-DexcludeArtifactIds=rocksdbjni'];
  execFileSync('mvn', ['-q', '-B', '-f', `${CATALOGUE}/pom.xml`, ...options, ...copy], { stdio: 'inherit' });
  renameSync(partial, own);
  return own;
}

/** Compiled against each release, so that whatever a release lacks is found at once. */
function compiled({ version, core }: Release, jars: string): string {
  const classes = `${CACHE}/classes/${version}`;
  const sources = sourceFiles(core === true);
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (existsSync(classes) && statSync(classes).mtimeMs > newest) return classes;
  const options = ['-nowarn', '-Xlint:none', '-XDsuppressNotes', '-proc:none'];
  mkdirSync(`${CACHE}/classes`, { recursive: true });
  const fresh = `${classes}.${process.pid}`;
  execFileSync('javac', [...options, '-d', fresh, '-cp', jars, ...sources], { stdio: 'inherit' });
  rmSync(classes, { recursive: true, force: true });
  renameSync(fresh, classes);
  return classes;
}

function sourceFiles(core: boolean): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java'));
  const lacking = core ? ['Connect.java', 'Streams.java', 'Mirror.java'] : [];
  return files.filter((name) => !lacking.includes(name)).map((name) => `${SOURCES}/${name}`);
}
