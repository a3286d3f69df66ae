import { parseDocument } from '../../../server/src/formats/registry';
import type { Entry } from '../../../server/src/model/entry';

/** A file, and what its own reader makes of it: the variables in order, the last of a name winning, or that it refuses. */
export interface Judged {
  readonly reader: 'dotenv' | 'dockerfile';
  readonly text: string;
  readonly variables: readonly (readonly [name: string, value: string])[] | 'refused';
}

/** What the project reads in another way. What a reader refuses is left out, since a file that is being typed is read here too. */
export function wrongVariables(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ reader, text, variables }) => {
    if (variables === 'refused') return [];
    const ours = readHere(reader, text);
    const theirs = new Map(variables);
    // What is not a name is the rest of a line that went wrong, of which nobody makes a setting.
    const names = [...new Set([...ours.keys(), ...theirs.keys()])].filter((name) => /^\w+$/.test(name));
    return names.flatMap((name) => {
      const value = ours.get(name)?.value;
      // Nobody knows the value of a variable of the shell here; the readers take it for empty.
      if (value?.kind === 'dynamic' && text.includes('$')) return [];
      return value?.kind === 'literal' && value.text === theirs.get(name)
        ? []
        : [
            `${reader} ${JSON.stringify(text)}: ${name} is ${JSON.stringify(theirs.get(name))}, not ${JSON.stringify(value?.text)}`,
          ];
    });
  });
}

/** Settings without a backslash are what the variables are; the file's first lines make it one of Kafka's. */
function readHere(reader: Judged['reader'], text: string): Map<string, Entry> {
  const path = reader === 'dotenv' ? '/p/kafka.env' : '/p/Dockerfile';
  const document = parseDocument({ uri: path, path, text });
  const variables = document?.scopes[0]?.container?.variables ?? [];
  return new Map(variables.map(({ name, entry }) => [name, entry]));
}
