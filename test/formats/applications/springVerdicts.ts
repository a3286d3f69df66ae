import { lookup } from '../../../server/src/catalogue/catalogue';
import { parseDocument } from '../../../server/src/formats/registry';

export const CLIENTS = ['producer', 'consumer', 'admin'] as const;

/** Properties or variables, and the settings that Spring Boot hands to each client. */
export interface Judged {
  readonly mode: 'properties' | 'environment';
  readonly text: string;
  readonly clients: Readonly<Record<(typeof CLIENTS)[number], Readonly<Record<string, string>>>> | 'refused';
}

/** What Boot sets by itself. */
const OWN_DEFAULTS =
  /^(?:bootstrap\.servers|(?:key|value)\.(?:de)?serializer|isolation\.level|security\.providers|client\.id)$/;

export function wrongSettings(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ mode, text, clients }) => {
    if (clients === 'refused') return [];
    const path = mode === 'properties' ? '/p/application.properties' : '/p/app.env';
    const scopes = parseDocument({ uri: path, path, text })?.scopes ?? [];
    return CLIENTS.flatMap((client) => {
      const scope = scopes.find(({ role }) => role === client);
      if (!scope) return [];
      const entries = scope.entries.filter(({ overriddenBy }) => !overriddenBy);
      const ours = new Map(entries.map(({ key, value }) => [key, value.text.trim()]));
      const theirs = Object.entries(clients[client]).filter(([key]) => lookup(client, key));
      const known = new Map(theirs);
      const wrong = [...ours].filter(([key, value]) => lookup(client, key) && known.get(key) !== value);
      const missing = theirs.filter(([key]) => !ours.has(key) && !OWN_DEFAULTS.test(key));
      return [...wrong.map(([key]) => key), ...missing.map(([key]) => key)].map(
        (key) => `${mode} ${JSON.stringify(text)}: ${client} ${key} is ${known.get(key)}, not ${ours.get(key)}`,
      );
    });
  });
}
