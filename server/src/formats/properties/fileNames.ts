import type { Role } from '../../model/scope';

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** `*.properties`, also with what templates and samples put behind: `server.properties.j2`. */
export function isPropertiesName(name: string): boolean {
  return /\.properties(?:[.\-_][\w-]+)*$/i.test(name);
}

/** Endings that many programs use for many syntaxes, so that only clear content makes them Kafka's. */
export function isGenericName(name: string): boolean {
  return /\.(?:conf|cnf|config|cfg)$/i.test(name);
}

/** Names of template engines' and deployment tools' inputs. */
export function isTemplateName(name: string): boolean {
  return /\.(?:j2|jinja2?|erb|tmpl|tpl|template|ctmpl|gotmpl|mustache|hbs|ftl|in|delta)$/i.test(name);
}

/** Files of other programs, whatever they hold. */
export function isForeignName(name: string): boolean {
  return /^(?:.*log4j2?.*|logback.*|logging|simplelogger|gradle|gradle-wrapper|local|zookeeper.*|zoo|messages(?:_\w+)?|.*_[a-z]{2}_[A-Z]{2})\.(?:properties|cfg|conf)/.test(
    name,
  );
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

/** The role of a file that has no settings yet, where its name is one that Kafka itself gives. */
export function stockRole(path: string): Role | undefined {
  return STOCK_NAME.test(path) ? roleOfName(fileNameOf(path)) : undefined;
}
