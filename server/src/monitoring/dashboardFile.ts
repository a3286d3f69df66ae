import type { Dashboard } from './dashboards';

const WIDTH = 24;
const SIZES = { stat: { w: 4, h: 4 }, timeseries: { w: 12, h: 8 } } as const;
/** A variable of Grafana. */
const DATASOURCE = { type: 'prometheus', uid: `$\{datasource}` };

/** The dashboard as Grafana imports it: its data source is chosen there, and nothing is of one installation. */
export function dashboardFile({ name, title, panels }: Dashboard): string {
  let [x, y, height] = [0, 0, 0];
  const placed = panels.map(({ title: panelTitle, unit, kind, queries }, index) => {
    const { w, h } = SIZES[kind];
    if (x + w > WIDTH || (height !== 0 && h !== height)) {
      [x, y] = [0, y + height];
    }
    height = h;
    const gridPos = { h, w, x, y };
    x += w;
    return {
      id: index + 1,
      type: kind,
      title: panelTitle,
      gridPos,
      datasource: DATASOURCE,
      fieldConfig: { defaults: { unit, min: kind === 'stat' ? undefined : 0 }, overrides: [] },
      targets: queries.map(([expr, legendFormat], at) => ({
        refId: String.fromCharCode(65 + at),
        datasource: DATASOURCE,
        expr,
        legendFormat,
      })),
    };
  });
  const datasource = { name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Data source' };
  const dashboard = {
    uid: name,
    title,
    tags: ['kafka'],
    schemaVersion: 39,
    editable: true,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    templating: { list: [datasource] },
    panels: placed,
  };
  return `${JSON.stringify(dashboard, undefined, 2)}\n`;
}
