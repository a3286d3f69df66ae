import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { completionAt } from '../../server/src/features/completion/completion';
import { hoverAt } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { changeLabel, changeReason, presetPlansAt, scopesWithPresets } from '../../server/src/features/presetPlans';
import { outline } from '../../server/src/features/symbols';
import type { ConfigDocument } from '../../server/src/model/document';
import { upgradeReports } from '../../server/src/upgrade/report';
import { parse } from '../features/support';
import { fileWithSecrets } from './plant';

const ALL = { severityOf: (): 'warning' => 'warning' };

/** Every text about the document that an editor shows. */
function shownTexts(document: ConfigDocument, own: Parameters<typeof presetPlansAt>[2]): string {
  const { text } = document;
  const lineStarts = [...text.matchAll(/^/gm)].map(({ index }) => index);
  const places = lineStarts.flatMap((start) => [start, start + 2, start + (text.slice(start).search(/\n|$/) ?? 0)]);
  const shown: unknown[] = [
    lint(document, ALL).findings.map(({ message, fixes, related }) => [
      message,
      fixes.map(({ title }) => title),
      related,
    ]),
    outline(document),
    inlayHints(document, { start: 0, end: text.length }),
    places.map((offset) => [hoverAt(document, offset)?.markdown, completionAt(document, offset)]),
    scopesWithPresets(document, own)
      .flatMap(({ span }) => presetPlansAt(document, span, own))
      .flatMap(({ changes }) => changes.map((change) => [changeLabel(change), changeReason(change)])),
    upgradeReports(document, '4.1', ALL, '3.6')
      .flatMap(({ changes }) => changes)
      .map(({ message, fixes, key }) => [message, key, fixes.map(({ title }) => title)]),
  ];
  return JSON.stringify(shown);
}

describe('no secret of a file', () => {
  it('is in any text that an editor shows about it', () => {
    fc.assert(
      fc.property(fileWithSecrets(), ({ name, text, secrets }) => {
        const own = { mine: { producer: { 'ssl.key.password': 'other-secret-9' } } };
        const shown = shownTexts(parse(text, `/project/${name}`), own);
        for (const secret of [...secrets, 'other-secret-9']) {
          assert.ok(!shown.includes(JSON.stringify(secret).slice(1, -1)), `${secret} of\n${text}\nis in\n${shown}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is mistaken for the words of a message', () => {
    const text = 'bootstrap.servers=a:9092\nacks=all\nssl.key.password=acks\nbatch.size=0\n';
    const messages = lint(parse(text), ALL).findings.map(({ message }) => message);
    assert.ok(messages.some((message) => message.includes('batch.size')));
    assert.ok(messages.every((message) => !message.includes('•••')));
  });
});
