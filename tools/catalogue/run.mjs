// Asks every covered Kafka version for its configuration definitions and writes them, compactly, as the catalogue's
// data. Needs Java 17 or later and Maven; versions.json names a patch release of each line whose
// jars are all on Maven Central; where Connect's and Streams' are not (`core`), the line before stands for them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compact } from './compact.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const VERSIONS = JSON.parse(readFileSync(here('versions.json'), 'utf8'));
const CACHE = here('.cache');
const TARGET = here('../../server/src/catalogue/data/kafka.generated.json');

function jarsOf({ version, core }) {
  const folder = `${CACHE}/lib/${version}`;
  if (!existsSync(folder)) {
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    execFileSync(
      'mvn',
      ['-q', '-f', here('pom.xml'), `-Dkafka.version=${version}`, ...(core ? ['-Dcore'] : []), ...copy],
      { stdio: 'inherit' },
    );
  }
  return `${folder}/*`;
}

function dump(release, program) {
  const jars = jarsOf(release);
  const options = { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync('java', ['-cp', `${CACHE}/classes:${jars}`, program], options).toString());
}

mkdirSync(CACHE, { recursive: true });
const sources = ['DumpConfigDefs', 'DumpClasses', 'Json'].map((name) => here(`src/${name}.java`));
execFileSync('javac', ['--release', '11', '-d', `${CACHE}/classes`, ...sources], { stdio: 'inherit' });
const dumps = VERSIONS.map((release) => {
  const { version } = release;
  const roles = dump(release, 'DumpConfigDefs');
  const classes = dump(release, 'DumpClasses');
  const count = Object.values(roles).reduce((sum, keys) => sum + Object.keys(keys).length, 0);
  console.log(`${version}: ${count} definitions`);
  return { version: version.split('.').slice(0, 2).join('.'), roles, classes, core: release.core === true };
});
mkdirSync(here('../../server/src/catalogue/data/'), { recursive: true });
writeFileSync(TARGET, compact(dumps));
