import type { Reader } from '../../catalogue/reader';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { codecOf, loadsOthers, registersCodecs } from './support/codecs';
import { setOption } from './support/fixes';
import { optionIn, sendsOf } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/compression-codec',
  summary: 'compression of send() names a codec that KafkaJS does not have',
  severity: 'error',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/protocol/message/compression/index.js (None, GZIP; others throw KafkaJSNotImplemented)'],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    for (const { options } of sendsOf(scope)) {
      const entry = optionIn(options, 'compression');
      const verdict = entry && judge(entry, document);
      if (!entry || !verdict) continue;
      const gzip = setOption(scope, entry, 'CompressionTypes.GZIP', { imports: ['CompressionTypes'] });
      yield { span: entry.span, ...verdict, fixes: [gzip] };
    }
  },
};

function judge({ value }: Entry, document: ConfigDocument): Pick<Report, 'message' | 'severity'> | undefined {
  if (value.kind !== 'literal' || value.form === 'undefined' || value.form === 'null') return undefined;
  const { text, form } = value;
  if (form !== 'number' && form !== 'enum') {
    return {
      message: `compression must be a member of CompressionTypes, not '${text}': send() throws a TypeError. Use CompressionTypes.GZIP.`,
    };
  }
  const codec = codecOf(text);
  if (!codec) {
    if (text === '0' || text === '1') return undefined;
    return {
      message: `There is no compression type ${text}: 0 is none, 1 GZIP, 2 Snappy, 3 LZ4, 4 ZSTD. send() throws.`,
    };
  }
  if (registersCodecs(document)) return undefined;
  const { name, packageName } = codec;
  const which = form === 'enum' ? name : `${text} is ${name}, which`;
  const remedy = `register a codec, such as ${packageName}`;
  // Another file may do so, which one file cannot tell.
  if (loadsOthers(document)) {
    const message = `${which} is not built into KafkaJS: unless another file registers it, send() throws KafkaJSNotImplemented. If none does, ${remedy}.`;
    return { message, severity: 'hint' };
  }
  return {
    message: `${which} is not built into KafkaJS: send() throws KafkaJSNotImplemented, as do KafkaJS consumers. Use GZIP, or ${remedy}.`,
  };
}
