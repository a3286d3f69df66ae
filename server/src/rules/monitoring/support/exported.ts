import { type ExporterConfig, exportedBy } from '../../../catalogue/metrics/exporterRules';
import { beanAttributes, stemOf } from '../../../catalogue/metrics/knownMetrics';
import type { Exporter } from '../../../model/monitoring';
import type { Sited, WorkspaceFacts } from '../../../model/project';

/** What a configuration makes of a broker's MBeans. */
export interface ExportedMetrics {
  /** Without the endings that releases of the exporter differ in. */
  readonly stems: ReadonlyMap<string, string>;
  readonly attributes: readonly string[];
}

/** So many configurations are remembered; a workspace has few, and each takes some 50 ms. */
const MOST_KEPT = 50;
const kept = new Map<string, ExportedMetrics | undefined>();

/** Undefined for a configuration that cannot be read as the exporter reads it. */
export function exportedMetrics(exporter: Sited<Exporter>): ExportedMetrics | undefined {
  const config: ExporterConfig = {
    lowercaseOutputName: exporter.lowercaseOutputName,
    rules: exporter.rules.map(({ pattern, name, hasValue }) => ({
      ...(pattern !== undefined && { pattern }),
      ...(name !== undefined && { name }),
      hasValue,
    })),
    ...(exporter.included && { included: exporter.included }),
    excluded: exporter.excluded,
  };
  const id = JSON.stringify(config);
  if (kept.has(id)) return kept.get(id);
  const exported = exportedBy(config, beanAttributes());
  const found = exported && {
    stems: new Map(exported.map(({ name }) => [stemOf(name), name])),
    attributes: exported.map(({ attribute }) => attribute.text),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(id, found);
  return found;
}

/** The configurations of the workspace that are for brokers, with what they export. */
export function brokerExporters({
  files,
}: WorkspaceFacts): { exporter: Sited<Exporter>; exported: ExportedMetrics | undefined }[] {
  return files
    .flatMap(({ monitoring = [] }) => monitoring.flatMap(({ exporter }) => exporter ?? []))
    .map((exporter) => ({ exporter, exported: exportedMetrics(exporter) }))
    .filter(({ exported }) => !exported || exported.attributes.some((text) => text.startsWith('kafka.server<')));
}
