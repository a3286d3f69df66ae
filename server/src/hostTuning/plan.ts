import type { ConfigDocument } from '../model/document';
import type { ConfigEdit } from '../model/edit';
import type { Scope } from '../model/scope';
import { WANTED, type WantedFile, type WantedSetting } from './wanted';

/** A file of host tuning that there is not yet, or what one lacks that is there. */
export type TuningChange =
  | { readonly kind: 'new'; readonly path: string; readonly text: string }
  | { readonly kind: 'complete'; readonly document: ConfigDocument; readonly edits: readonly ConfigEdit[] };

/**
 * What host tuning for brokers would write beside the files: what one of them sets already stays as it is, whatever the
 * value, since that is for rules to judge; what a file for Kafka lacks is added there.
 */
export function hostTuning(documents: readonly ConfigDocument[]): TuningChange[] {
  return WANTED.flatMap((file): TuningChange[] => {
    const places = documents.flatMap((document) =>
      document.scopes.filter((scope) => isReadAlike(scope, file)).map((scope) => ({ document, scope })),
    );
    const missing = file.settings.filter(({ key }) => !places.some(({ scope }) => isSet(scope, key)));
    if (missing.length === 0) return [];
    const home = places.find(({ scope }) => scope.machine?.dedicated && isWritable(scope, file));
    if (!home) return [{ kind: 'new', path: file.path, text: textOf(file, missing) }];
    return [{ kind: 'complete', document: home.document, edits: missing.map((one) => addition(home.scope, one)) }];
  });
}

function isReadAlike({ machine }: Scope, { reader }: WantedFile): boolean {
  // Ansible's tasks write files of the kernel's parameters.
  return machine?.reader === reader || (machine?.reader === 'task' && reader === 'sysctl');
}

function isWritable({ machine }: Scope, { reader }: WantedFile): boolean {
  return machine?.reader === reader;
}

function isSet({ entries }: Scope, key: string): boolean {
  return entries.some((entry) => entry.key === key || entry.key.startsWith(`${key}.`));
}

function addition(scope: Scope, { key, value, reason }: WantedSetting): ConfigEdit {
  return { kind: 'add', scope, key, value, comment: reason };
}

function textOf(file: WantedFile, settings: readonly WantedSetting[]): string {
  const head = file.head.map((line) => `# ${line}`);
  const section = file.reader === 'unit' ? ['[Service]'] : [];
  const lines = settings.flatMap((setting) => [`# ${setting.reason}`, file.line(setting)]);
  return `${[...head, '', ...section, ...lines].join('\n')}\n`;
}
