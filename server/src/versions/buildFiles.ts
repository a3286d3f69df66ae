import { withoutBetween } from '../model/between';
import { type KafkaVersion, parseVersion } from '../model/version';
import { kafkaOfConfluent } from './confluent';

/** Libraries of Kafka's own, which carry Kafka's version. */
const LIBRARY = '(?:kafka-clients|kafka-streams(?:-scala_2\\.\\d+)?|connect-api|connect-runtime)';
const GROUP = 'org\\.apache\\.kafka';

const IN_GRADLE = new RegExp(`${GROUP}:${LIBRARY}:([^"'\`\\s@:]+)`, 'g');
const IN_GRADLE_MAP = new RegExp(
  `group\\s*[:=]\\s*["']${GROUP}["'].{0,200}?version\\s*[:=]\\s*["']?([^"'\\s,)]+)`,
  'g',
);
const IN_SBT = new RegExp(`"${GROUP}"\\s*%%?\\s*"${LIBRARY}"\\s*%\\s*("?[\\w.$-]+)`, 'g');
const IN_TOML = new RegExp(`["']${GROUP}:${LIBRARY}["'].{0,200}?version(?:\\.ref)?\\s*=\\s*["']([^"']+)["']`, 'g');

/** The versions of Kafka's Java clients that a `pom.xml` asks for. */
export function clientsOfMaven(text: string): KafkaVersion[] {
  const pom = withoutBetween(text, '<!--', '-->');
  const versions: (KafkaVersion | undefined)[] = [];
  for (const [block] of pom.matchAll(/<dependency>[\s\S]{0,2000}?<\/dependency>/g)) {
    if (!new RegExp(`<groupId>\\s*${GROUP}\\s*<`).test(block)) continue;
    if (!new RegExp(`<artifactId>\\s*${LIBRARY}\\s*<`).test(block)) continue;
    versions.push(resolved(contentOf(block, 'version'), (name) => contentOf(pom, name)));
  }
  return known(versions);
}

/** The same for Gradle's scripts and version catalogues and for sbt. */
export function clientsOfScript(text: string): KafkaVersion[] {
  const script = withoutBetween(text, '/*', '*/').replace(/^[ \t]*(?:\/\/|#).*$/gm, '');
  const written = [IN_GRADLE, IN_GRADLE_MAP, IN_SBT, IN_TOML].flatMap((pattern) =>
    Array.from(script.matchAll(pattern), ([, version = '']) => version.replaceAll('"', '')),
  );
  return known(written.map((version) => resolved(version, (name) => assignedIn(script, name))));
}

function contentOf(xml: string, element: string): string | undefined {
  const start = xml.indexOf(`<${element}>`);
  if (start === -1) return undefined;
  const from = start + element.length + 2;
  return xml.slice(from, xml.indexOf('<', from)).trim();
}

/** `kafkaVersion = '3.6.1'`, `val kafka: String = "3.6.1"`, `kafka.version = "3.6.1"`. */
function assignedIn(script: string, name: string): string | undefined {
  const last = name.replace(/^.*\./, '');
  const quoted = [name, last].map((one) => one.replace(/[^\w-]/g, '\\$&')).join('|');
  const found = new RegExp(`(?:^|[\\s.("'])(?:${quoted})["']?\\s*(?::\\s*String\\s*)?[=,]\\s*["']([^"']+)["']`).exec(
    script,
  );
  return found?.[1];
}

/** A version, or the name of a place that holds it: `3.6.1`, `${kafka.version}`, `$kafkaVersion`, `kafka`. */
function resolved(written: string | undefined, look: (name: string) => string | undefined): KafkaVersion | undefined {
  if (!written) return undefined;
  const name = /^\$?\{?([A-Za-z_][\w.-]*)\}?$/.exec(written)?.[1];
  const version = name ? look(name) : written;
  if (!version) return undefined;
  // Confluent's builds of the libraries are numbered as its platform is.
  return /-(?:ccs|ce)\b/.test(version) ? kafkaOfConfluent(version) : parseVersion(version);
}

function known(versions: readonly (KafkaVersion | undefined)[]): KafkaVersion[] {
  return versions.filter((version) => version !== undefined);
}
