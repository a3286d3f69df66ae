import type { ConfigDocument, Directive } from '../model/document';
import type { DirectiveEdit } from '../model/edit';

export interface Wish {
  readonly role?: string;
  /** A version, or `auto` to leave it to the file's contents. */
  readonly version?: string;
}

type Configure = Extract<Directive, { kind: 'configure' }>;

/** Makes the file's own directive say so: the last one that there is, or a new one at its top. */
export function directiveEdits({ directives }: ConfigDocument, wish: Wish): DirectiveEdit[] {
  const last = directives.findLast((directive): directive is Configure => directive.kind === 'configure');
  const role = wish.role ?? last?.role;
  const wanted = wish.version ?? last?.version;
  const version = wanted === 'auto' ? undefined : wanted;
  const words = [...(role ? [`role=${role}`] : []), ...(version ? [`version=${version}`] : [])];
  const text = words.length > 0 ? ['kafka-lint', ...words].join(' ') : '';
  if (last) return [{ kind: 'directive', text, at: { existing: last } }];
  return text ? [{ kind: 'directive', text, at: 'top' }] : [];
}
