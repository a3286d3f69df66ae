import type { MutableEntry } from '../../../recognition/parts';
import { type Service, serviceDrafts } from '../../containers/services';
import type { YamlDialect, YamlDraft } from '../draft';
import { fieldAt, fieldsOf, textAt, type YamlField, type YamlNode } from '../nodes';
import { limitsOfService, memoryOfService } from './containerLimits';
import { hostsOf, imageOf, mountsOf, portsOf, runsTool } from './containers';
import { environmentPlace, variablesOf } from './environment';

/** Docker Compose, Podman, and the services of a GitHub workflow. */
export const composeDrafts: YamlDialect = ({ root, uncertain }, { text }) => {
  const services = servicesOf(text, root);
  if (services.length === 0) return [];
  return serviceDrafts(services, hasOtherFiles(root)).map((draft): YamlDraft => ({ ...draft, uncertain }));
};

function servicesOf(text: string, root: YamlNode | undefined): Service[] {
  const own = fieldsOf(fieldAt(root, 'services')?.value);
  if (own.length > 0) return own.filter(isService).map((field) => serviceOf(text, field, 'environment', own));
  return fieldsOf(fieldAt(root, 'jobs')?.value).flatMap((job) =>
    fieldsOf(fieldAt(job.value, 'services')?.value)
      .filter(isService)
      .map((field) => serviceOf(text, field, 'env', [])),
  );
}

function isService({ value }: YamlField): boolean {
  return value?.kind === 'map';
}

function serviceOf(
  text: string,
  field: YamlField,
  key: 'environment' | 'env',
  siblings: readonly YamlField[],
): Service {
  const base = baseOf(field, siblings);
  const environments = [fieldAt(base?.value, key), fieldAt(field.value, key)].filter((one) => one !== undefined);
  const extendsOther = fieldAt(field.value, 'extends') !== undefined && base === undefined;
  return {
    name: field.key,
    span: { start: field.keySpan.start, end: field.value?.span.end ?? field.keySpan.end },
    variables: variablesIn(text, environments),
    image: imageOf(fieldAt(field.value, 'image') ?? fieldAt(base?.value, 'image')),
    hasOthers: extendsOther || OTHERS.some((other) => fieldAt(field.value, other)),
    runsTool: runsTool(field.value, 'entrypoint', 'command'),
    ports: portsOf(field),
    hosts: hostsOf(field),
    mounts: mountsOf(field),
    place: environmentPlace(field, key, environments.at(-1)),
    memory: memoryOfService(field),
    limits: limitsOfService(text, field),
  };
}

/** The last environment wins; what it takes the place of is another service's, and no mistake there. */
function variablesIn(text: string, environments: readonly YamlField[]): readonly MutableEntry[] {
  return environments
    .map((environment) => variablesOf(text, environment))
    .reduce<readonly MutableEntry[]>((before, after) => {
      const names = new Set(after.map(({ key }) => key));
      return [...before.filter(({ key }) => !names.has(key)), ...after];
    }, []);
}

/** What may bring settings beside the variables. */
const OTHERS = ['env_file', 'command', 'entrypoint', 'build', 'configs'];

/** The service of this file that the service extends. */
function baseOf({ key, value }: YamlField, siblings: readonly YamlField[]): YamlField | undefined {
  const extended = fieldAt(value, 'extends')?.value;
  if (!extended || textAt(extended, 'file') !== undefined) return undefined;
  const name = extended.kind === 'scalar' ? extended.text : textAt(extended, 'service');
  return siblings.find((sibling) => sibling.key === name && sibling.key !== key);
}

/** Services of other files may belong to the same clusters. */
function hasOtherFiles(root: YamlNode | undefined): boolean {
  return fieldAt(root, 'include') !== undefined;
}
