/** Longer ones nobody writes by hand. */
const MOST_LENGTH = 400;
const MOST_REPEATS = 12;

/**
 * A pattern of the JMX exporter as a regular expression of ours. Undefined for one that Java reads in another way, and for
 * one that could take long: repeats have to be kept apart by what occurs a few times in an object name only.
 */
export function readablePattern(pattern: string): RegExp | undefined {
  if (pattern.length > MOST_LENGTH || FOREIGN.test(pattern)) return undefined;
  const pieces = pattern.replace(/\\[wWdDsSbB]|\[[^\][]*\]/g, '.').split(/[+*]|\{[\d,]*\}/);
  if (pieces.length - 1 > MOST_REPEATS) return undefined;
  if (pieces.slice(1, -1).some((between) => !KEEPS_APART.test(between))) return undefined;
  try {
    return new RegExp(`^.*(?:${pattern}).*$`);
  } catch {
    return undefined;
  }
}

/** Possessive quantifiers, flags, classes that only Java knows, and repeats of groups that have repeats. */
const FOREIGN = /[+*?}]\+|\(\?[^:=!<]|\\[pPQEAzZGhHRvVX]|&&|\)[+*{]/;
const KEEPS_APART = /[<>=,:]|[A-Za-z_-]{3}/;
