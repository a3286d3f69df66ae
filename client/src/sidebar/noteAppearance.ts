import { ICONS } from './icons';
import type { Appearance } from './node';

/** A sentence that is a node of its own. */
export function noteAppearance(text: string, isWarning = false): Appearance {
  const icon = isWarning ? ICONS.troubled : ICONS.note;
  return { label: text, tooltip: text, icon, context: 'note', accessibleName: text, fold: 'none' };
}
