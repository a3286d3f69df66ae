import { isKafkaChannel } from '../../applications/smallrye';
import type { YamlDialect, YamlDraft } from '../draft';
import { fieldAt, fieldsOf, nodeAt, textAt, type YamlNode } from '../nodes';
import type { YamlPart } from '../read';
import { clientDraft } from './clientDraft';
import { flatEntries } from './flatMap';
import { SPRING } from './springSites';

const DIRECTIONS = { incoming: 'consumer', outgoing: 'producer' } as const;

/** The channels of MicroProfile Reactive Messaging, as Quarkus and others have them: `mp.messaging.incoming.orders`. */
export const smallRyeDrafts: YamlDialect = (part, { text }) => {
  const roots = [part.root, ...fieldsOf(part.root).flatMap(({ key, value }) => (key.startsWith('%') ? [value] : []))];
  return roots.flatMap((root) => draftsUnder(text, root, part));
};

function draftsUnder(text: string, root: YamlNode | undefined, part: YamlPart): YamlDraft[] {
  const messaging = nodeAt(root, 'mp', 'messaging') ?? fieldAt(root, 'mp.messaging')?.value;
  if (!messaging) return [];
  const common = flatEntries(text, fieldAt(root, 'kafka')?.value, SPRING);
  return (['incoming', 'outgoing'] as const).flatMap((direction) =>
    fieldsOf(fieldAt(messaging, direction)?.value).flatMap(({ key, value }) => {
      if (value?.kind !== 'map') return [];
      const entries = flatEntries(text, value, SPRING);
      if (!isKafkaChannel(textAt(value, 'connector'), [...entries, ...common])) return [];
      return clientDraft(
        { role: DIRECTIONS[direction], name: key, entries, common, map: value, dialect: SPRING },
        part,
      );
    }),
  );
}
