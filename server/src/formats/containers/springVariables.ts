import type { MutableEntry } from '../../recognition/parts';
import { type SpringClient, springProperty } from '../../recognition/springNames';
import { type SpringDraft, springDrafts } from '../applications/springDrafts';
import { siteOf, withSite } from '../sites/site';
import type { Service } from './services';

const PREFIX = 'SPRING_KAFKA_';

/** What variables tell a Spring Boot application, whose own files may say all the rest. */
export function springVariableDrafts({ variables, span }: Pick<Service, 'variables' | 'span'>): SpringDraft[] {
  const properties = variables.flatMap((entry) => {
    const name = propertyOf(entry.writtenKey);
    // Applications have properties of their own under the same prefix.
    return name === undefined || springProperty(name).kind === 'unknown' ? [] : { name, entry };
  });
  return springDrafts(properties, {
    span,
    whole: false,
    has: () => false,
    settle: (entry, { client }, original) => settled(entry, client, original),
    inherit: (entry) => {
      const site = siteOf(entry);
      return site ? withSite({ ...entry }, site) : { ...entry };
    },
    written: variableOf,
  });
}

/** The property that Boot takes a variable for, without `spring.kafka.`. */
function propertyOf(variable: string): string | undefined {
  if (!variable.startsWith(PREFIX)) return undefined;
  const [, client, rest = ''] =
    /^(?:(PRODUCER|CONSUMER|ADMIN|STREAMS|LISTENER)_)?(.+)$/.exec(variable.slice(PREFIX.length)) ?? [];
  const before = client === undefined ? '' : `${client.toLowerCase()}.`;
  const [, section, name = ''] = /^(PROPERTIES|SSL|SECURITY)_(.+)$/.exec(rest) ?? [];
  if (section === 'PROPERTIES') return `${before}properties.${name.toLowerCase().replaceAll('_', '.')}`;
  if (section !== undefined) return `${before}${section.toLowerCase()}.${name.toLowerCase()}`;
  return before + rest.toLowerCase().replaceAll('_', '-');
}

/** Empty for a key that no variable can say. */
function variableOf(client: SpringClient, name: string): string {
  if (/^properties\..*[-_A-Z]/.test(name)) return '';
  return `${PREFIX}${client === 'common' ? '' : `${client}_`}${name}`.replace(/[.-]/g, '_').toUpperCase();
}

/** A variable of all clients stays one when it gets another name. */
function settled(entry: MutableEntry, client: SpringClient, original: MutableEntry): MutableEntry {
  const site = siteOf(original);
  if (!site) return entry;
  const rename = (text: string, name: string) =>
    site.rename(
      text,
      client === 'common' ? name.replace(/^(SPRING_KAFKA_)(?:PRODUCER|CONSUMER|ADMIN|STREAMS)_/, '$1') : name,
    );
  return withSite(entry, { ...site, rename });
}
