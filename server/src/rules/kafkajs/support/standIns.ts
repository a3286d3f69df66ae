import { isStandIn } from '../../../catalogue/placeholders';

/** Words that ask for something to be filled in. */
const WORDS = /^(?:my[\s._-]*)?(?:password|secret|passphrase)$|^change[-_]?me$/i;

/** A text in code that stands for a value which somebody has to fill in. */
export function isFilledIn(text: string): boolean {
  return isStandIn(text) || WORDS.test(text);
}
