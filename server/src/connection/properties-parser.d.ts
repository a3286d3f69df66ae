declare module 'properties-parser' {
  /** The last value of each key, escapes resolved, in an object without a prototype. */
  export function parse(text: string): Record<string, string>;
}
