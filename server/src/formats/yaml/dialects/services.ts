import { lookup } from '../../../catalogue/catalogue';
import type { Container, Variable } from '../../../model/container';
import type { Entry, Value } from '../../../model/entry';
import type { ImageNaming, VariableFamily } from '../../../recognition/environmentNames';
import { guessedNaming, imageNamingOf } from '../../../recognition/environmentNames';
import type { MutableEntry } from '../../../recognition/parts';
import { serverRole, settingsOf } from '../../../recognition/role';
import { kafkaOfImage } from '../../../versions/images';
import { parseProperties } from '../../properties/parse';
import type { YamlDraft } from '../draft';
import { fieldAt, type YamlField } from '../nodes';
import { countBrokers } from './clusters';
import { addressesIn, hostsOf, imageOf, mountsOf, portsOf } from './containers';
import { environmentPlace, variablesOf } from './environment';

/** A container that a file starts, whoever reads the file. */
export interface Service {
  readonly field: YamlField;
  readonly environmentKey: 'environment' | 'env';
  /** Of the service that it extends and its own; the last one wins. */
  readonly environments: readonly YamlField[];
  readonly image: YamlField | undefined;
  /** It extends a service of another file, so that nobody knows what it has. */
  readonly extendsOther: boolean;
}

interface ReadService extends Service {
  readonly variables: readonly MutableEntry[];
  readonly naming: ImageNaming | undefined;
  readonly guessed: boolean;
}

type ServiceDraft = Omit<YamlDraft, 'uncertain'>;

/** What the containers of a file configure of Kafka. */
export function serviceDrafts(text: string, services: readonly Service[], hasOtherFiles: boolean): ServiceDraft[] {
  const read = services.map((service) => readService(text, service));
  const drafts = read.flatMap((service) => draftsOf(service, read));
  const brokers = hasOtherFiles ? undefined : countBrokers(drafts);
  return drafts.map((draft) => {
    const count = brokers?.get(draft);
    const isAlone = count === 1 && draft.role === 'combined';
    return {
      ...draft,
      ...(count !== undefined && { brokers: count }),
      ...(isAlone && { environment: 'development' as const }),
    };
  });
}

function readService(text: string, service: Service): ReadService {
  const variables = service.environments.flatMap((environment) => variablesOf(text, environment));
  const image = imageOf(service.image)?.text ?? '';
  const naming = imageNamingOf(image);
  if (naming) return { ...service, variables, naming, guessed: false };
  const names = new Set(variables.map(({ key }) => key));
  return { ...service, variables, naming: guessedNaming(names), guessed: true };
}

function draftsOf(service: ReadService, all: readonly ReadService[]): ServiceDraft[] {
  const { naming } = service;
  if (!naming) return [];
  const kafkas = naming.families.filter((family) => family.role !== 'other');
  const roles = [...new Set(kafkas.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const families = kafkas.filter((family) => family.role === role);
    const entries = settingsOfFamilies(service, families);
    return entries.length > 0 ? [draftOf(service, naming, { families, entries }, all)] : [];
  });
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
): ServiceDraft {
  const settings = settingsOf(entries);
  const isWorker = families[0]?.role === 'connect-distributed';
  const image = imageOf(service.image);
  const version = image && kafkaOfImage(image.text);
  return {
    entries,
    span: spanOf(service.field),
    name: service.field.key,
    role: isWorker ? 'connect-distributed' : serverRole(settings),
    completeness: service.guessed || !isWhole(service, naming) ? 'fragment' : 'complete',
    ...(version && { version }),
    written: (key) => families.map((family) => family.variableOf(key)).find(Boolean) ?? '',
    container: containerOf(service, naming, families, all),
    defaults: naming.defaultsOf(settings),
    place: environmentPlace(service.field, service.environmentKey, service.environments.at(-1)),
  };
}

/** The entries of the variables that become settings, with the settings' keys. */
function settingsOfFamilies({ variables, guessed }: ReadService, families: readonly VariableFamily[]): MutableEntry[] {
  return variables.flatMap((variable) => {
    const key = keyIn(families, variable.writtenKey);
    if (key === undefined) return [];
    // Nobody knows what else an image reads that nobody knows.
    if (guessed && !lookup('broker', key) && !lookup('connect-distributed', key)) return [];
    variable.key = key;
    variable.value = asProperty(variable.value);
    return [variable];
  });
}

/** The images write `key=value` lines as they are, in which Kafka then resolves escapes and continued lines. */
function asProperty(value: Value): Value {
  if (value.kind !== 'literal' || !/[\\\r\n]/.test(value.text)) return value;
  const [entry] = parseProperties(`k=${value.text}`).entries;
  return entry?.value.kind === 'literal' ? { ...value, text: entry.value.text } : value;
}

function keyIn(families: readonly VariableFamily[], variable: string): string | undefined {
  const family = families.find((one) => one.keyOf(variable) !== undefined);
  return family?.isForScripts(variable) ? undefined : family?.keyOf(variable);
}

/** Nothing but the variables makes the configuration. */
function isWhole({ field, extendsOther, image }: ReadService, naming: ImageNaming): boolean {
  const others = ['env_file', 'command', 'entrypoint', 'build', 'configs'].some((key) => fieldAt(field.value, key));
  const mounted = mountsOf(field).some((target) =>
    /^\/(?:etc\/(?:kafka|confluent)|mnt\/shared|opt\/kafka\/config)/.test(target),
  );
  return naming.onlyVariables && image !== undefined && !others && !extendsOther && !mounted;
}

function containerOf(
  service: ReadService,
  naming: ImageNaming,
  families: readonly VariableFamily[],
  all: readonly ReadService[],
): Container {
  const image = imageOf(service.image);
  const hosts = hostsOf(service.field);
  return {
    ...(image && { image: { ...image, ...(service.guessed ? {} : { name: naming.name }) } }),
    variables: service.variables.map((entry) => variableOf(entry, families)),
    ports: portsOf(service.field),
    hosts,
    mounts: mountsOf(service.field),
    wanted: wantedOf(service, hosts, all),
  };
}

function variableOf(entry: Entry, families: readonly VariableFamily[]): Variable {
  const key = keyIn(families, entry.writtenKey);
  return { name: entry.writtenKey, entry, ...(key !== undefined && { key }) };
}

function wantedOf(service: ReadService, hosts: readonly string[], all: readonly ReadService[]): string[] {
  const texts = all
    .filter((other) => other !== service)
    .flatMap(({ variables }) => variables.map(({ value }) => value.text));
  const addresses = texts.flatMap((text) => addressesIn(text));
  return [...new Set(addresses.filter((address) => hosts.includes(address.slice(0, address.lastIndexOf(':')))))];
}

function spanOf({ keySpan, value }: YamlField): { start: number; end: number } {
  return { start: keySpan.start, end: value?.span.end ?? keySpan.end };
}
