import type { Container, Image, PublishedPort, Variable } from '../../model/container';
import type { Entry, Value } from '../../model/entry';
import type { Machine } from '../../model/machine';
import type { Span } from '../../model/span';
import type { ImageNaming, VariableFamily } from '../../recognition/environmentNames';
import { guessedNaming, imageNamingOf } from '../../recognition/environmentNames';
import type { MutableEntry } from '../../recognition/parts';
import { serverRole, settingsOf } from '../../recognition/role';
import { kafkaOfImage } from '../../versions/images';
import { jvmDraft } from '../machine/jvmDraft';
import { parseProperties } from '../properties/parse';
import type { PlacedDraft } from '../sites/placedDraft';
import type { Place } from '../sites/site';
import { addressesIn } from './addresses';
import { countBrokers } from './clusters';
import { isNearlySetting } from './nearSettings';
import { springVariableDrafts } from './springVariables';

/** A container that a file starts, whoever reads the file. */
export interface Service {
  readonly name: string;
  readonly span: Span;
  /** Their keys are their names. */
  readonly variables: readonly MutableEntry[];
  readonly image: Omit<Image, 'name'> | undefined;
  /** Files, commands or other resources may set what its variables do not. */
  readonly hasOthers: boolean;
  /** Its command runs something else of the image, such as the tool that makes topics. */
  readonly runsTool?: boolean;
  readonly ports: readonly PublishedPort[];
  /** The names under which the other containers reach it. */
  readonly hosts: readonly string[];
  readonly mounts: readonly string[];
  readonly place: Place;
  /** What it runs, where its variables do not show it. */
  readonly process?: Machine['process'];
  /** How much memory the container may take, in bytes. */
  readonly memory?: number | undefined;
  /** What its processes are limited to, and the kernel's parameters that are its own. */
  readonly limits?: readonly PlacedDraft[];
}

interface ReadService extends Service {
  readonly naming: ImageNaming | undefined;
  readonly guessed: boolean;
}

/** What the containers of a file configure of Kafka. */
export function serviceDrafts(services: readonly Service[], hasOtherFiles: boolean): PlacedDraft[] {
  const read = services.map(readService);
  const drafts = read.flatMap((service) => [
    ...draftsOf(service, read),
    ...componentDrafts(service),
    ...applicationDrafts(service),
  ]);
  const machines = read.flatMap((service) => machineDrafts(service, drafts));
  const brokers = hasOtherFiles ? undefined : countBrokers(drafts);
  const servers = drafts.map((draft) => {
    const count = brokers?.get(draft);
    const isAlone = count === 1 && draft.role === 'combined';
    return {
      ...draft,
      ...(count !== undefined && { brokers: count }),
      ...(isAlone && { environment: 'development' as const }),
    };
  });
  return [...servers, ...machines];
}

/** Images whose start scripts read the same variables as Kafka's. */
const BESIDE_KAFKA = /zookeeper|schema-registry|kafka-rest|ksql|control-center|exporter|kafka-ui|akhq/;

/** What the container gives to Kafka's process: its memory, and what it may open. */
function machineDrafts(service: ReadService, drafts: readonly PlacedDraft[]): PlacedDraft[] {
  if (service.runsTool) return [];
  const own = drafts.find((draft) => draft.name === service.name && draft.span.start === service.span.start);
  const isOther = BESIDE_KAFKA.test(service.image?.text ?? '') || (!own?.role && !service.guessed);
  const process = isOther ? ('other' as const) : (own?.role ?? service.process);
  const { name, span, place, memory } = service;
  const jvm = jvmDraft(service.variables, {
    name,
    span,
    place,
    memory,
    contained: service.image !== undefined,
    ...(process && { process }),
  });
  const version = own?.version;
  return [
    ...(jvm ? [{ ...jvm, ...(version && { version }) }] : []),
    ...(own?.role && own.role !== 'topic' ? (service.limits ?? []) : []),
  ];
}

function readService(service: Service): ReadService {
  const naming = imageNamingOf(service.image?.text ?? '');
  if (naming) return { ...service, naming, guessed: false };
  const names = new Set(service.variables.map(({ key }) => key));
  return { ...service, naming: guessedNaming(names), guessed: true };
}

function draftsOf(service: ReadService, all: readonly ReadService[]): PlacedDraft[] {
  const { naming } = service;
  if (!naming || service.runsTool) return [];
  const kafkas = naming.families.filter((family) => family.role !== 'other');
  const roles = [...new Set(kafkas.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const families = kafkas.filter((family) => family.role === role);
    const isMeant = service.variables.some(({ writtenKey }) =>
      families.some(({ prefix }) => writtenKey.startsWith(prefix)),
    );
    const entries = settingsOfFamilies(service, families);
    return entries.length > 0 || (isMeant && !service.guessed)
      ? [draftOf(service, naming, { families, entries }, all)]
      : [];
  });
}

/** A server beside Kafka whose settings have clients' among them, such as a Schema Registry; its keys say which it is. */
function componentDrafts(service: ReadService): PlacedDraft[] {
  const families = service.naming?.families.filter(({ role }) => role === 'other') ?? [];
  const entries = service.guessed ? [] : settingsOfFamilies(service, families);
  if (entries.length === 0) return [];
  const { name, span, place } = service;
  return [{ entries, span, name, place, keysTell: 'nothing', completeness: 'fragment', written: writerOf(families) }];
}

/** The clients of a Spring Boot application, whatever its image. */
function applicationDrafts(service: ReadService): PlacedDraft[] {
  return springVariableDrafts(service).map(({ client, ...draft }) => ({
    ...draft,
    name: service.name,
    place: service.place,
  }));
}

interface Configured {
  /** Of one process. */
  readonly families: readonly VariableFamily[];
  readonly entries: readonly MutableEntry[];
}

function draftOf(
  service: ReadService,
  naming: ImageNaming,
  { families, entries }: Configured,
  all: readonly ReadService[],
): PlacedDraft {
  const settings = settingsOf(entries);
  const isWorker = families[0]?.role === 'connect-distributed';
  const version = service.image && kafkaOfImage(service.image.text);
  const isWhole = naming.onlyVariables && !service.guessed && !service.hasOthers && entries.length > 0;
  return {
    entries,
    span: service.span,
    name: service.name,
    role: isWorker ? 'connect-distributed' : serverRole(settings),
    completeness: isWhole && !hasConfiguration(service) ? 'complete' : 'fragment',
    ...(version && { version }),
    written: writerOf(families),
    container: containerOf(service, naming, families, all),
    defaults: naming.defaultsOf(settings),
    place: service.place,
  };
}

function writerOf(families: readonly VariableFamily[]): (key: string) => string {
  return (key) => families.map((family) => family.variableOf(key)).find(Boolean) ?? '';
}

/** The entries of the variables that become settings, with the settings' keys. */
function settingsOfFamilies({ variables, guessed }: ReadService, families: readonly VariableFamily[]): MutableEntry[] {
  const settings = variables.flatMap((variable) => {
    const key = keyIn(families, variable.writtenKey);
    if (key === undefined) return [];
    // Nobody knows what else an image reads that nobody knows.
    if (guessed && !isNearlySetting(key)) return [];
    variable.key = key;
    variable.value = asProperty(variable.value);
    return [variable];
  });
  for (const family of families) linkAliases(settings, family);
  return settings;
}

/** Of two variables for one setting the image takes one, in whatever order they stand. */
function linkAliases(settings: readonly MutableEntry[], { prefix, aliasesWin }: VariableFamily): void {
  const isAlias = ({ writtenKey }: MutableEntry): boolean => !writtenKey.startsWith(prefix);
  for (const entry of settings) {
    if (entry.overriddenBy || isAlias(entry) === aliasesWin) continue;
    const other = settings.find((one) => one.key === entry.key && !one.overriddenBy && isAlias(one) === aliasesWin);
    if (other) entry.overriddenBy = other;
  }
}

/** The images write `key=value` lines as they are, in which Kafka then resolves escapes and continued lines. */
function asProperty(value: Value): Value {
  if (value.kind !== 'literal' || !/[\\\r\n]/.test(value.text)) return value;
  const [entry] = parseProperties(`k=${value.text}`).entries;
  return entry?.value.kind === 'literal' ? { ...value, text: entry.value.text } : value;
}

function keyIn(families: readonly VariableFamily[], variable: string): string | undefined {
  const family = families.find((one) => one.keyOf(variable) !== undefined);
  if (family?.isForScripts(variable)) return undefined;
  return family?.keyOf(variable);
}

/** A file or a folder of configuration is mounted. */
function hasConfiguration({ mounts }: Service): boolean {
  return mounts.some((path) => /^\/(?:etc\/(?:kafka|confluent)|mnt\/shared|opt\/kafka\/config)/.test(path));
}

function containerOf(
  service: ReadService,
  naming: ImageNaming,
  families: readonly VariableFamily[],
  all: readonly ReadService[],
): Container {
  const { image, guessed, ports, hosts, mounts } = service;
  const others = all.filter((other) => other !== service);
  return {
    ...(image && { image: { ...image, ...(guessed ? {} : { name: naming.name }) } }),
    variables: service.variables.map((entry) => variableOf(entry, families)),
    ports,
    hosts,
    mounts,
    wanted: wantedAmong(others, hosts),
    neighbors: others.flatMap((other) => other.image?.text ?? []),
  };
}

function variableOf(entry: Entry, families: readonly VariableFamily[]): Variable {
  const key = keyIn(families, entry.writtenKey);
  return { name: entry.writtenKey, entry, ...(key !== undefined && { key }) };
}

function wantedAmong(others: readonly ReadService[], hosts: readonly string[]): string[] {
  const texts = others.flatMap(({ variables }) => variables.map(({ value }) => value.text));
  const addresses = texts.flatMap((text) => addressesIn(text));
  return [...new Set(addresses.filter((address) => hosts.includes(address.slice(0, address.lastIndexOf(':')))))];
}
