import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The newest patch release of 3.9, and the newest 4.x whose tools are on Maven Central. */
export const KAFKA_3 = '3.9.2';
export const KAFKA_4 = '4.3.1';
export type BrokerRelease = typeof KAFKA_3 | typeof KAFKA_4;

/** False where there is no JDK, so that no broker can be had. */
export function hasJava(): boolean {
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The class path of a broker, its tools and the classes of this folder; fetched from Maven Central unless it is here. */
export function classPath(release: BrokerRelease): string {
  const jars = `${jarsOf(release)}/*`;
  return `${ownClasses(release, jars)}:${jars}`;
}

function jarsOf(release: BrokerRelease): string {
  const folder = here(`.cache/lib/${release}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  const options = [`-Dkafka.version=${release}`, `-DoutputDirectory=${partial}`];
  const excluded = '-DexcludeArtifactIds=slf4j-reload4j,rocksdbjni';
  execFileSync('mvn', ['-q', '-B', '-f', here('pom.xml'), ...options, excluded, 'dependency:copy-dependencies'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  settle(partial, folder);
  return folder;
}

/** Compiled against each release. */
function ownClasses(release: BrokerRelease, jars: string): string {
  const sources = ['Actors.java', 'NoRemoteStorage.java'].map(here);
  const folder = here(`.cache/classes/${release}`);
  const compiled = existsSync(folder) ? statSync(folder).mtimeMs : 0;
  if (sources.every((source) => statSync(source).mtimeMs < compiled)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(here('.cache/classes'), { recursive: true });
  execFileSync('javac', ['-nowarn', '-d', partial, '-cp', jars, ...sources], { stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
  settle(partial, folder);
  return folder;
}

/** Another process may have been faster. */
function settle(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
