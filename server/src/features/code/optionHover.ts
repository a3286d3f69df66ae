import { clientOption, clientVersion } from '../../catalogue/clients';
import { CLIENT_NAMES, shownCall } from '../../catalogue/clients/names';
import type { ConfigDocument } from '../../model/document';
import { isIgnored, judgeName } from '../../rules/kafkajs/support/lookalikes';
import type { HoverText } from '../hoverText';
import { describeOption, shownValue } from './describeOption';
import { type OptionPlace, optionAt, partAt } from './optionAt';

/** What there is to know of the option at the offset; undefined for what is no option of a client. */
export function optionHover(document: ConfigDocument, offset: number, showsUnits: boolean): HoverText | undefined {
  const place = optionAt(document, offset);
  const span = place && partAt(place.entry, offset);
  const markdown = place && (describePlace(place, showsUnits) ?? describeIgnored(place));
  return span && markdown ? { span, markdown } : undefined;
}

function describePlace(place: OptionPlace, showsUnits: boolean): string | undefined {
  const { scope, method, name, entry } = place;
  const option = clientOption(scope.client, method, name);
  if (!option) return undefined;
  const here = entry.value.kind === 'literal' ? shownValue(entry.value.text.trim(), option.unit) : '';
  const value = showsUnits && here.includes(' = ') ? [`Here: ${here}`] : [];
  return [titleOf(place), ...value, describeOption(scope, option)].join('\n\n');
}

/** KafkaJS alone is silent about options that it does not know; where one belongs, it is described as it is there. */
function describeIgnored(place: OptionPlace): string | undefined {
  const { scope, method, name } = place;
  if (scope.client !== 'kafkajs' || !isIgnored(method, name)) return undefined;
  const start = `**${name}** · ignored by KafkaJS ${clientVersion('kafkajs')}`;
  const verdict = judgeName(method, name);
  switch (verdict.kind) {
    case 'misplaced': {
      const [first] = verdict.methods;
      const option = first && clientOption('kafkajs', first, name);
      const takers = verdict.methods.map((one) => `\`${shownCall(one)}\``).join(' and ');
      const where = `\`${shownCall(method)}\` has no such option; it is one of ${takers}:`;
      return [start, where, ...(option ? [describeOption(scope, option)] : [])].join('\n\n');
    }
    case 'misspelt': {
      const option = clientOption('kafkajs', method, verdict.name);
      const meant = `\`${shownCall(method)}\` has no such option, but \`${verdict.name}\`:`;
      return [start, meant, ...(option ? [describeOption(scope, option)] : [])].join('\n\n');
    }
    case 'missing':
      return [start, `${verdict.instead.charAt(0).toUpperCase()}${verdict.instead.slice(1)}.`].join('\n\n');
    case 'unknown':
      return [start, `\`${shownCall(method)}\` has no such option.`].join('\n\n');
  }
}

function titleOf({ scope, method, name }: OptionPlace): string {
  // librdkafka's other packages have releases of their own.
  if (scope.writtenValue && scope.client === 'rdkafka') return `**${name}** · ${scope.role}, librdkafka`;
  const library = `${CLIENT_NAMES[scope.client]} ${clientVersion(scope.client) ?? ''}`.trim();
  return `**${name}** · ${shownCall(method)} of ${library}`;
}
