/** Options that TypeScript refuses but JavaScript lets through, as in code that nobody compiles. */
export function loosely<Options>(options: unknown): Options {
  return options as Options;
}
