import { isMachineRole } from '../catalogue/machine/machine';
import type { ConfigDocument } from '../model/document';
import { maskedValue } from '../secrets/mask';
import { optionHover } from './code/optionHover';
import { settingPlaceAt } from './code/settingPlaces';
import { definitionOf } from './definition';
import { describeSetting } from './describeSetting';
import { entryAt, type Found } from './find';
import type { HoverText } from './hoverText';
import { humanValue } from './humanValue';

/** What there is to know of the key or the value at the offset; undefined where nothing is known. */
export function hoverAt(document: ConfigDocument, offset: number, showsUnits = true): HoverText | undefined {
  const isCode = document.family === 'code';
  const option = isCode ? optionHover(document, offset, showsUnits) : undefined;
  if (option) return option;
  const found = isCode ? settingPlaceAt(document, offset) : entryAt(document, offset);
  return found && settingHover(found, offset, showsUnits);
}

function settingHover({ scope, entry }: Found, offset: number, showsUnits: boolean): HoverText | undefined {
  const definition = definitionOf(scope, entry.key);
  if (!definition) return undefined;
  const { version, source } = scope.target;
  const assumed = source === 'newest' ? ' (assumed: nothing here shows a version)' : '';
  const about = isMachineRole(definition.role) ? definition.role : `${definition.role}, Kafka ${version}${assumed}`;
  const title = `**${entry.writtenKey}** · ${about}`;
  const human = showsUnits && entry.value.kind === 'literal' ? humanValue(definition.key, entry.value.text) : undefined;
  const value = human ? [`Here: \`${maskedValue(entry.writtenKey, entry.value.text.trim())}\` = ${human}`] : [];
  const span = offset > entry.keySpan.end ? entry.value.span : entry.keySpan;
  return { span, markdown: [title, ...value, describeSetting(scope, definition)].join('\n\n') };
}

/** Markdown of ours without its marks, for clients that show plain text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\(([^()]*)\)/g, '$1: $2')
    .replace(/\*\*/g, '')
    .replace(/`/g, '');
}
