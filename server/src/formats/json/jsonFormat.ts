import { hasPlaceholder } from '../../catalogue/placeholders';
import type { ConfigDocument } from '../../model/document';
import type { Value } from '../../model/entry';
import type { MutableEntry } from '../../recognition/parts';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { dashboardIn } from '../monitoring/dashboard';
import { withMonitoring } from '../monitoring/monitoringOf';
import { linkLast } from '../overridden';
import { documentOf } from '../sites/document';
import type { PlacedDraft } from '../sites/placedDraft';
import { renderEdits } from '../sites/render';
import { siteOf, withSite } from '../sites/site';
import { fieldAt, fieldsOf, type YamlField, type YamlNode, type YamlScalar } from '../yaml/nodes';
import { readYaml } from '../yaml/read';
import { files } from './files';
import { jsonSite } from './jsonSite';

/** Bodies of requests to Connect, and the maps of settings that they hold. */
export const jsonFormat: Format = {
  files,
  parse,
  render: renderEdits,
  separator: () => ': ',
};

function parse(input: ParseInput): ConfigDocument {
  const { text } = input;
  if (!couldBeRead(files, text)) {
    return emptyDocument(files, input);
  }
  // JSON is YAML of one document.
  const [part] = readYaml(text);
  const root = part?.root;
  const dashboard = root && dashboardIn(text, root);
  const bodies = root?.kind === 'list' ? root.items : [root];
  const drafts = bodies.flatMap((body) => draftOf(body) ?? []);
  const document = documentOf(files, input, { drafts, comments: [], isUncertain: () => part?.uncertain ?? false });
  return dashboard ? withMonitoring(document, [dashboard], []) : document;
}

/** `{ "name": …, "config": { … } }`, or the settings alone. */
function draftOf(body: YamlNode | undefined): PlacedDraft | undefined {
  const config = fieldAt(body, 'config')?.value;
  const settings = config?.kind === 'map' ? config : body;
  if (settings?.kind !== 'map' || !fieldAt(settings, 'connector.class')) return undefined;
  const name = fieldAt(body, 'name');
  const outer = settings === body || !name ? [] : [name];
  const entries = linkLast([...outer, ...fieldsOf(settings)].flatMap((field) => entryOf(field) ?? []));
  return {
    entries,
    span: settings.span,
    role: 'connector',
    completeness: 'complete',
    ...(name?.value?.kind === 'scalar' && { name: name.value.text }),
    place: {
      add: (text, setting) => {
        const last = entries.at(-1);
        return last && siteOf(last)?.add(text, setting);
      },
    },
  };
}

function entryOf(field: YamlField): MutableEntry | undefined {
  const { key, keySpan, valueSpan, value, owner } = field;
  // Connect takes text only, and what turns into text.
  if (value && value.kind !== 'scalar') return undefined;
  const entry: MutableEntry = {
    key,
    writtenKey: key,
    keySpan,
    value: writtenValue(value, valueSpan),
    span: { start: keySpan.start, end: Math.max(valueSpan.end, keySpan.end) },
  };
  return withSite(entry, jsonSite(owner, field));
}

function writtenValue(scalar: YamlScalar | undefined, span: Value['span']): Value {
  if (!scalar || (scalar.style === 'plain' && scalar.text === 'null')) return { kind: 'absent', text: '', span };
  return { kind: hasPlaceholder(scalar.text) ? 'dynamic' : 'literal', text: scalar.text, span };
}
