import type { YamlDialect, YamlDraft } from '../draft';
import { fieldAt, fieldsOf, textAt, type YamlField, type YamlNode } from '../nodes';
import { type Service, serviceDrafts } from './services';

/** Docker Compose, Podman, and the services of a GitHub workflow. */
export const composeDrafts: YamlDialect = (part, { text }) => {
  const { root, uncertain } = part;
  const services = servicesOf(root);
  if (services.length === 0) return [];
  const drafts = serviceDrafts(text, services, hasOtherFiles(root));
  return drafts.map((draft): YamlDraft => ({ ...draft, uncertain }));
};

function servicesOf(root: YamlNode | undefined): Service[] {
  const own = fieldsOf(fieldAt(root, 'services')?.value);
  if (own.length > 0) return own.filter(isService).map((field) => serviceOf(field, 'environment', own));
  return fieldsOf(fieldAt(root, 'jobs')?.value).flatMap((job) =>
    fieldsOf(fieldAt(job.value, 'services')?.value)
      .filter(isService)
      .map((field) => serviceOf(field, 'env', [])),
  );
}

function isService({ value }: YamlField): boolean {
  return value?.kind === 'map';
}

function serviceOf(field: YamlField, environment: Service['environmentKey'], siblings: readonly YamlField[]): Service {
  const base = baseOf(field, siblings);
  return {
    field,
    environmentKey: environment,
    environments: [fieldAt(base?.value, environment), fieldAt(field.value, environment)].filter(
      (one) => one !== undefined,
    ),
    image: fieldAt(field.value, 'image') ?? fieldAt(base?.value, 'image'),
    extendsOther: fieldAt(field.value, 'extends') !== undefined && base === undefined,
  };
}

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
