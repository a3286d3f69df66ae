import { type KafkaVersion, parseVersion } from '../model/version';
import { clientsOfMaven, clientsOfScript } from './buildFiles';
import { kafkaOfImage } from './images';
import { PACKAGE_FILES, packagesIn } from './packages';
import { versionsOfResources } from './resources';

/** What one file tells: the version of the servers that it runs, or of the Java clients that it builds with. */
export interface ShownVersions {
  readonly servers?: KafkaVersion;
  readonly clients?: KafkaVersion;
  readonly kafkajs?: KafkaVersion;
  readonly packages?: Readonly<Record<string, KafkaVersion>>;
}

/** Longer files are not looked into: none that people write is. In UTF-16 units. */
export const MAX_LENGTH = 262_144;

const COMPOSE = /^(?:docker-)?compose[\w.-]*\.ya?ml$/i;
const YAML = /\.ya?ml$/i;
const DOCKERFILE = /^(?:(?:Docker|Container)file(?:\.[\w.-]+)?|[\w.-]+\.Dockerfile)$/i;
const SCRIPT = /^(?:build\.gradle(?:\.kts)?|build\.sbt|libs\.versions\.toml)$/;

/** The most deliberate first: what runs the servers, then what builds against Kafka, then anything in YAML. */
const KINDS: readonly RegExp[] = [COMPOSE, DOCKERFILE, /^pom\.xml$/, SCRIPT, /^package\.json$/, PACKAGE_FILES, YAML];

/** A folder of manifests may have hundreds. */
const MAX_FILES_OF_FOLDER = 12;

/** The files among these names of one folder that are worth reading, in the order in which to believe them. */
export function versionFilesAmong(names: readonly string[]): string[] {
  const rank = (name: string) => KINDS.findIndex((kind) => kind.test(name));
  return names
    .filter((name) => rank(name) !== -1)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, MAX_FILES_OF_FOLDER);
}

/** The Kafka versions that a file shows. Where it shows several of one kind, it tells nothing about that kind. */
export function versionsIn(name: string, text: string): ShownVersions {
  if (text.length > MAX_LENGTH) return {};
  if (name === 'package.json') return kafkajsOf(text);
  if (PACKAGE_FILES.test(name)) return packagesOf(name, text);
  if (name === 'pom.xml') return shown([], clientsOfMaven(text));
  if (SCRIPT.test(name)) return shown([], clientsOfScript(text));
  if (DOCKERFILE.test(name)) return shown(imagesIn(text, /^FROM\s+(?:--\S+\s+)*(\S+)/gim), []);
  const images = imagesIn(text, /^[ \t]*(?:-[ \t]+)?image\s*:\s*["']?([^\s"'#]+)/gm);
  return shown([...images, ...versionsOfResources(text)], []);
}

/** The oldest release of KafkaJS that a `package.json` accepts; a range without a number tells nothing. */
function kafkajsOf(text: string): ShownVersions {
  const range = /"kafkajs"\s*:\s*"[\^~>=v ]{0,4}(\d{1,3}\.\d{1,3})[.\d]{0,9}"/.exec(text)?.[1];
  const version = range === undefined ? undefined : parseVersion(range);
  return version ? { kafkajs: version } : {};
}

function packagesOf(name: string, text: string): ShownVersions {
  const packages = packagesIn(name, text);
  return Object.keys(packages).length > 0 ? { packages } : {};
}

function imagesIn(text: string, pattern: RegExp): KafkaVersion[] {
  return Array.from(text.matchAll(pattern), ([, image = '']) => kafkaOfImage(image)).filter((one) => one !== undefined);
}

function shown(servers: readonly KafkaVersion[], clients: readonly KafkaVersion[]): ShownVersions {
  const [server, client] = [only(servers), only(clients)];
  return { ...(server && { servers: server }), ...(client && { clients: client }) };
}

function only(versions: readonly KafkaVersion[]): KafkaVersion | undefined {
  return new Set(versions).size === 1 ? versions[0] : undefined;
}
