import type { ConfigDocument } from '../../../model/document';
import { tableOf } from '../../../model/tableOf';

/** What KafkaJS needs for a codec that is not built in. The packages are those that its documentation names or that are kept up. */
export interface Codec {
  readonly name: 'Snappy' | 'LZ4' | 'ZSTD';
  readonly packageName: string;
}

const CODECS: Readonly<Record<string, Codec>> = tableOf({
  2: { name: 'Snappy', packageName: 'kafkajs-snappy' },
  3: { name: 'LZ4', packageName: 'kafkajs-lz4' },
  4: { name: 'ZSTD', packageName: '@kafkajs/zstd' },
});

/** The codec of a compression id; undefined for 0 (none) and 1 (GZIP), which KafkaJS has itself. */
export function codecOf(id: string): Codec | undefined {
  return CODECS[id];
}

/** True where the file puts codecs into `CompressionCodecs`. */
export function registersCodecs({ text }: ConfigDocument): boolean {
  return /\bCompressionCodecs\b\s*\[|Object\.assign\(\s*(?:\w+\.)?CompressionCodecs\b/.test(text);
}

/** True where the file loads others of the project, any of which may register codecs. */
export function loadsOthers({ text }: ConfigDocument): boolean {
  return /(?:\bfrom\s*|\bimport\s*(?:\(\s*)?|\brequire\(\s*)['"](?:\.|~|@\/|#)/.test(text);
}
