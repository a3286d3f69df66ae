import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { chartHtml } from '../../client/src/chart/chartHtml';
import { chartState, chartTargets, targetsKey } from '../../client/src/chart/chartState';
import { createHistoryStore } from '../../client/src/chart/historyStore';
import { boundedHistory, readHistory } from '../../client/src/chart/savedHistory';
import { align } from '../../client/src/chart/webview/align';
import { logLabels, logSplits } from '../../client/src/chart/webview/logSplits';
import { viewNode } from '../../client/src/sidebar/node';
import { groupOf, snapshotOf, viewOf } from '../sidebar/support/clusters';

describe('series over one axis', () => {
  const minute = 60_000;

  it('leaves out what one series has not, and breaks a line where nobody looked', () => {
    const one = {
      name: 'one',
      state: '',
      points: [
        [0, 1],
        [10_000, 2],
        [10 * minute, 3],
      ],
    } as const;
    const other = { name: 'other', state: '', points: [[10_000, 7]] } as const;
    assert.deepEqual(align([one, other], minute), [
      [0, 10, 10.001, 600],
      [1, 2, null, 3],
      [undefined, 7, undefined, undefined],
    ]);
  });

  it('takes the wide steps of an old part for no gaps', () => {
    const points = [0, 5, 10, 15, 16, 17].map((minutes) => [minutes * minute, 1] as const);
    const [, lags] = align([{ name: 'a', state: '', points: points.slice(1) }], minute);
    assert.deepEqual(lags, [1, null, 1, 1, 1, 1], 'Only before the first step is known may it be taken for a gap.');
  });

  it('shows no more than was asked for', () => {
    const points = [
      [0, 1],
      [minute, 2],
    ] as const;
    assert.deepEqual(align([{ name: 'a', state: '', points }], minute, 1000), [[60], [2]]);
  });
});

describe('what a chart shows', () => {
  const views = [viewOf(snapshotOf([groupOf('few', { t: [1n] }), groupOf('many', { t: [9n], u: [1n] })]))];
  const input = { views, intervalMs: 10_000, seriesOf: () => [{ at: 5, lag: 7 }], thresholdOf: () => 100 };

  it('is what was chosen, each once, or else the groups furthest behind', () => {
    const group = viewNode({ kind: 'group', clusterName: 'dev', groupId: 'few' });
    const topic = viewNode({ kind: 'topic', clusterName: 'dev', groupId: 'many', topic: 'u' });
    assert.deepEqual(chartTargets([group, topic, group], views), [
      { clusterName: 'dev', groupId: 'few' },
      { clusterName: 'dev', groupId: 'many', topic: 'u' },
    ]);
    assert.deepEqual(
      chartTargets([], views).map(({ groupId }) => groupId),
      ['many', 'few'],
    );
    assert.deepEqual(chartTargets([viewNode({ kind: 'cluster', clusterName: 'other' })], views), []);
  });

  it('gives the place of clusters that are not connected to those that are', () => {
    const groups = Array.from({ length: 9 }, (_, index) => groupOf(`g${index}`, { t: [9n] }));
    const { snapshot: _, ...idle } = { ...viewOf(snapshotOf([])), name: 'idle', connection: 'disconnected' as const };
    assert.equal(chartTargets([], [viewOf(snapshotOf(groups)), idle]).length, 8);
  });

  it('has lines of the logarithmic scale within it alone', () => {
    assert.deepEqual(logSplits(0, 300), [0, 10, 20, 50, 100, 200]);
    assert.deepEqual(logSplits(-25, 40), [-20, -10, 0, 10, 20]);
    assert.deepEqual(logSplits(0, 4), [0]);
    const splits = [0, 10, 20, 50, 100, 200, 500, 1000];
    assert.deepEqual(logLabels(splits, 40), [0, 10, null, null, 100, null, null, 1000]);
    assert.deepEqual(logLabels(splits, 10), [0, 10, null, null, null, null, null, 1000]);
  });

  it('has names, points, thresholds of groups, and says how current it is', () => {
    const targets = [
      { clusterName: 'dev', groupId: 'few' },
      { clusterName: 'dev', groupId: 'many', topic: 'u' },
    ];
    assert.deepEqual(chartState(targets, input), {
      title: 'Consumer lag',
      series: [
        { name: 'few', state: '', points: [[5, 7]] },
        { name: 'many › u', state: '', points: [[5, 7]] },
      ],
      thresholds: [100],
      status: 'dev',
      gapMs: 60_000,
    });
    assert.equal(chartState([{ clusterName: 'x', groupId: 'g' }], input).status, 'x: not connected');
  });

  it('is the same chart in whatever order it was chosen', () => {
    const [a, b] = [
      { clusterName: 'dev', groupId: 'a' },
      { clusterName: 'dev', groupId: 'b', topic: 't' },
    ];
    assert.equal(targetsKey([a, b]), targetsKey([b, a]));
  });

  it('comes with a page that runs its own script alone and loads nothing from elsewhere', () => {
    const html = chartHtml({
      nonce: 'N0NCE',
      cspSource: 'https://own',
      script: 's.js',
      style: 's.css',
      language: 'en',
    });
    assert.match(html, /content="default-src 'none'; script-src 'nonce-N0NCE'; style-src https:\/\/own"/);
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="N0NCE" src="s.js">']);
    assert.doesNotMatch(html, /https?:\/\/(?!own)|style="|onclick/);
  });

  it('hands the page the texts of another language, whatever they hold', () => {
    const texts = { All: '"><script>alert(1)</script>' };
    const html = chartHtml({ nonce: 'n', cspSource: 'own', script: 's.js', style: 's.css', language: 'de', texts });
    assert.equal(html.match(/<script/g)?.length, 1);
    const [, handed = ''] = /^<html lang="de" data-texts="([^"]*)">$/m.exec(html) ?? [];
    assert.deepEqual(
      JSON.parse(handed.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')),
      texts,
    );
  });

  it('has a name for each of its controls, and reaches the lines with the keyboard', () => {
    const html = chartHtml({ nonce: 'n', cspSource: 'own', script: 's.js', style: 's.css', language: 'en' });
    assert.deepEqual(html.match(/<select[^>]*>/g), ['<select id="range" aria-label="Time on show">']);
    const buttons = [...html.matchAll(/<button [^>]*aria-pressed="false"[^>]*>([^<]+)</g)].map(([, name]) => name);
    assert.deepEqual(buttons, ['Log scale', 'Table']);
    assert.equal(html.match(/<button/g)?.length, buttons.length);
    assert.match(html, /<div id="plot" tabindex="0" role="img" aria-label="[^"]+">/);
    assert.match(html, /<ul id="legend" aria-label="[^"]+">/);
  });
});

describe('history over a restart', () => {
  const now = 1_000_000_000_000;
  const hour = 3_600_000;

  it('is bounded in age and number, and keeps what lags most', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, lag) => [`g${lag}`, [[now - 1, lag]] as const]));
    const kept = boundedHistory({ ...many, old: [[now - 25 * hour, 9e9]], future: [[now + hour, 9e9]] }, now);
    assert.equal(Object.keys(kept).length, 150);
    assert.ok(kept.g199 && !kept.g0 && !kept.old && !kept.future);
  });

  it('reads no more of a file than it can trust', () => {
    assert.deepEqual(readHistory({ a: [[1, 2]], b: 'x', c: [[1]], d: [[1, null]] }), { a: [[1, 2]] });
    assert.deepEqual([readHistory(null), readHistory([])], [{}, {}]);
  });

  it('comes back from its file, and starts anew from a broken one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lag-history-'));
    try {
      const snapshot = snapshotOf([groupOf('g', { t: [5n] })], { takenAt: now });
      const store = createHistoryStore(join(folder, 'deep'), () => now);
      store.of('a/b: "c"').observe(snapshot);
      store.save();
      assert.deepEqual(
        createHistoryStore(join(folder, 'deep'), () => now)
          .of('a/b: "c"')
          .series('g'),
        [{ at: now, lag: 5 }],
      );
      for (const file of readdirSync(join(folder, 'deep'))) writeFileSync(join(folder, 'deep', file), '{');
      assert.deepEqual(
        createHistoryStore(join(folder, 'deep'), () => now)
          .of('a/b: "c"')
          .series('g'),
        [],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
