import { lookup, settingsOf } from '../../catalogue/catalogue';
import type { Importance, Setting } from '../../catalogue/types';
import type { Typing } from '../../formats/format';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import { prefixesOf } from '../../recognition/parts';
import { isDeprecated } from '../definition';
import { humanValue } from '../humanValue';
import { choice, placeholder } from './snippet';
import type { Suggestion } from './suggestion';

const RANKS: Readonly<Record<Importance, number>> = { HIGH: 1, MEDIUM: 2, LOW: 3 };
const DEPRECATED_RANK = 9;

/** The keys that the scope does not set yet, the important ones first, and the prefixes that make other scopes. */
export function keySuggestions(document: ConfigDocument, typing: Typing, at: Entry | undefined): Suggestion[] {
  const { scope } = typing;
  const taken = new Set(scope.entries.filter((entry) => entry !== at).map(({ key }) => key));
  const hasValue = at !== undefined && at.span.end > at.keySpan.end;
  const place = document.scopes.indexOf(scope);
  const keys = settingsOf(scope.role, scope.target.version)
    .filter(({ key, internal }) => !internal && !taken.has(key) && typing.written(key) !== '')
    .map((setting) => ({
      ...keySuggestion(typing, setting, hasValue),
      setting: { scope: place, key: setting.key },
    }));
  const prefixes = scope.part ? [] : prefixesOf(scope.role).map(typing.written);
  return [...keys, ...prefixes.filter(Boolean).map((prefix) => prefixSuggestion(typing.before + prefix))];
}

function keySuggestion({ scope, before, separator, written }: Typing, setting: Setting, hasValue: boolean): Suggestion {
  const { key, importance } = setting;
  const label = written(key);
  const history = lookup(scope.role, key);
  const deprecated = history !== undefined && isDeprecated(history, scope.target.version);
  const rank = deprecated ? DEPRECATED_RANK : RANKS[importance];
  const detail = detailOf(setting);
  return {
    label,
    kind: 'key',
    ...(detail && { detail }),
    ...(hasValue
      ? { text: label }
      : {
          text: `${before}${label}${separator}${setting.default ?? ''}`,
          snippet: `${before}${label}${separator}${valueSnippet(setting)}`,
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
