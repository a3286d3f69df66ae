/** Marks in which templates put the name of what they fill in: `:NAME:`, `<name>`, `{{ name }}`, `%NAME%`, `__NAME__`. */
const MARKED = /^(?::[\w-]+:|<.*>|\{.*\}|\[[^\]:]*\]|%.*%|@.*@|__\w+__|\$\w+|\*+|x{3,}|\.{3})$/i;

/** Words that ask for something to be filled in. */
const WORDS = /^(?:(?:your|my)?[\s._-]*(?:password|secret|passphrase)|change[-_]?me|(?=.*(?:replace|placeholder)).*)$/i;

/** A text that stands for a value which somebody has to fill in. */
export function isStandIn(text: string): boolean {
  return MARKED.test(text) || WORDS.test(text);
}
