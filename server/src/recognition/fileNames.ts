import type { Role } from '../model/scope';

/** Names of template engines' and deployment tools' inputs. */
export function isTemplateName(name: string): boolean {
  return /\.(?:j2|jinja2?|erb|tmpl|tpl|template|ctmpl|gotmpl|mustache|hbs|ftl|in|delta)$/i.test(name);
}

const ROLE_OF_NAME: readonly (readonly [RegExp, Role])[] = [
  [/connect-?mirror-?maker|^mm2|mirror-?maker-?2|^mirror[-_.]?(?:maker|config)/, 'mirror-maker'],
  [/connect[-_.]?distributed|^distributed\b/, 'connect-distributed'],
  [/connect[-_.]?standalone|^standalone\b/, 'connect-standalone'],
  [/controller/, 'controller'],
  [/streams?\b|streams?[-_.]/, 'streams'],
  [/producer/, 'producer'],
  [/consumer/, 'consumer'],
  [/admin|command[-_.]?config/, 'admin'],
  [/topic/, 'topic'],
  [/client/, 'client'],
  [/(?:source|sink|connector)\b/, 'connector'],
  [/^server|broker|kraft|[-_.]server\b|^node\d*\./, 'broker'],
];

/** The role that the name suggests; the keys decide. */
export function roleOfName(name: string): Role | undefined {
  const lower = name.toLowerCase();
  return ROLE_OF_NAME.find(([pattern]) => pattern.test(lower))?.[1];
}

const STOCK_NAME =
  /(?:^|[/\\])(?:(?:producer|consumer|connect-distributed|connect-standalone|connect-mirror-maker|mm2)|(?:kraft|kafka)[/\\](?:server|broker|controller))\.properties$/;

/** True for a path that Kafka itself gives to a file of its own, whose name then tells the role even without settings. */
export function isStockPath(path: string): boolean {
  return STOCK_NAME.test(path);
}
