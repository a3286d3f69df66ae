import { historiesOf, isNumeric } from '../../catalogue/ownership';
import type { Reader } from '../../catalogue/reader';
import { trimAsJava } from '../../catalogue/typed';
import type { SettingHistory } from '../../catalogue/types';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Role } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { IGNORING_ROLES } from './support/keyRoles';
import { verdictOf } from './support/verdicts';

/** A topic's absent key is the broker's, not Kafka's default. */
const ROLES: readonly Role[] = IGNORING_ROLES.filter((role) => role !== 'client');
const SECURITY = /^(?:ssl|sasl|security|authorizer|principal)\.|\.(?:ssl|sasl|security)\.|acl|password/;

export const rule: ScopeRule = {
  id: 'properties/redundant-default',
  summary: 'A line sets what is the default anyway',
  severity: 'hint',
  enabledByDefault: false,
  roles: ROLES,
  sources: ["Kafka's ConfigDefs of each version"],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    if (reader.scope.completeness !== 'complete' || verdictOf(reader, entry).kind !== 'fine') return;
    if (entry.value.kind !== 'literal' || SECURITY.test(entry.key)) return;
    const histories = historiesOf(reader.scope.role, entry.key);
    const [history] = histories;
    if (!history || !histories.every((one) => isDefaultOfAllVersions(one, entry.value.text))) return;
    const message = `${entry.writtenKey} has this value by default: the line changes nothing and hides what is really tuned.`;
    const fix = removeEntry(entry, 'it is the default', { safe: true });
    yield { span: entry.span, message, fixes: [fix], tags: ['unnecessary'] };
  },
};

/** Where the default has changed from version to version, writing it down is a decision. */
function isDefaultOfAllVersions(history: SettingHistory, text: string): boolean {
  const defaults = history.defaults();
  const only = defaults.length === 1 ? defaults[0]?.value : undefined;
  if (typeof only !== 'string') return false;
  const setting = history.at(defaults[0]?.from ?? history.since);
  const value = trimAsJava(text);
  if (setting && isNumeric(setting.type)) return value !== '' && Number(value) === Number(only);
  return value === only;
}
