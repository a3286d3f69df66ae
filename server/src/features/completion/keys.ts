import { lookup, settingsOf } from '../../catalogue/catalogue';
import type { Importance, Setting } from '../../catalogue/types';
import { formatOfDocument } from '../../formats/registry';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { prefixesOf } from '../../recognition/parts';
import { isDeprecated } from '../definition';
import { humanValue } from '../humanValue';
import { choice, placeholder } from './snippet';
import type { Suggestion } from './suggestion';

const RANKS: Readonly<Record<Importance, number>> = { HIGH: 1, MEDIUM: 2, LOW: 3 };
const DEPRECATED_RANK = 9;

/** The keys that the scope does not set yet, the important ones first, and the prefixes that make other scopes. */
export function keySuggestions(document: ConfigDocument, scope: Scope, at: Entry | undefined): Suggestion[] {
  const taken = new Set(scope.entries.filter((entry) => entry !== at).map(({ key }) => key));
  const hasValue = at !== undefined && at.value.kind !== 'absent';
  const separator = formatOfDocument(document).separator?.(document, scope) ?? '=';
  const place = document.scopes.indexOf(scope);
  const keys = settingsOf(scope.role, scope.target.version)
    .filter(({ key, internal }) => !internal && !taken.has(key))
    .map((setting) => ({
      ...keySuggestion(scope, setting, hasValue ? undefined : separator),
      setting: { scope: place, key: setting.key },
    }));
  const prefixes = scope.part ? [] : prefixesOf(scope.role).map(scope.written);
  return [...keys, ...prefixes.map(prefixSuggestion)];
}

function keySuggestion({ role, target, written }: Scope, setting: Setting, separator: string | undefined): Suggestion {
  const { key, importance } = setting;
  const label = written(key);
  const history = lookup(role, key);
  const deprecated = history !== undefined && isDeprecated(history, target.version);
  const rank = deprecated ? DEPRECATED_RANK : RANKS[importance];
  const detail = detailOf(setting);
  return {
    label,
    kind: 'key',
    ...(detail && { detail }),
    ...(separator === undefined
      ? { text: label }
      : {
          text: `${label}${separator}${setting.default ?? ''}`,
          snippet: `${label}${separator}${valueSnippet(setting)}`,
        }),
    sort: `${rank} ${label}`,
    ...(deprecated && { deprecated }),
  };
}

function prefixSuggestion(prefix: string): Suggestion {
  return { label: prefix, kind: 'prefix', detail: 'settings of that client', text: prefix, sort: `5 ${prefix}` };
}

function detailOf({ key, default: value }: Setting): string {
  if (value === undefined) return 'required';
  if (value === null || value === '') return '';
  const human = humanValue(key, value);
  return `default ${value}${human ? ` (${human})` : ''}`;
}

function valueSnippet({ type, constraint, default: value }: Setting): string {
  const allowed = type === 'BOOLEAN' ? ['true', 'false'] : (constraint?.oneOf ?? []);
  const texts = [...new Set([value ?? '', ...allowed])].filter((text) => text !== '');
  return allowed.length > 1 ? choice(texts) : placeholder(value ?? '');
}
