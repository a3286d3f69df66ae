import { trimAsJava } from '../../../catalogue/typed';
import type { Setting } from '../../../catalogue/types';
import { CLIENT_FORMS } from './clientForms';
import { CONNECT_FORMS } from './connectForms';
import type { Form } from './forms';
import type { Refusal } from './refusal';
import { SERVER_FORMS } from './serverForms';
import { STREAMS_FORMS } from './streamsForms';

/** The checks that are known; where the catalogue has one that is not here, the value is left to Kafka. */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ...CLIENT_FORMS,
  ...CONNECT_FORMS,
  ...SERVER_FORMS,
  ...STREAMS_FORMS,
]);

/** Judges a value of the right type by a check that the catalogue has at most the name of. */
export function specialRefusal(setting: Setting, text: string): Refusal | undefined {
  const form = FORMS.get(setting.key);
  if (!form || (setting.constraint?.other === undefined && !form.unlisted)) return undefined;
  return form.check(trimAsJava(text), setting);
}
