import assert from 'node:assert/strict';
import { renderForeign } from '../../server/src/features/foreignEdits';
import { parseDocument } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';

const TEXT = 'process.roles=broker\nnode.id=1\nlog.dirs=/data\nmin.insync.replicas=1\nlisteners=PLAINTEXT://:9092\n';
const uri = 'file:///project/server.properties';
const document = parseDocument({ uri, path: '/project/server.properties', text: TEXT }) ?? assert.fail();

describe('edits that a finding of another document wants', () => {
  it('set what is there and add what is not', () => {
    const edits = renderForeign(document, [
      { uri, scope: 0, key: 'min.insync.replicas', was: '1', value: '2' },
      { uri, scope: 0, key: 'default.replication.factor', value: '3' },
    ]);
    const text = applyTextEdits(TEXT, edits ?? []);
    assert.equal(text, `${TEXT.replace('replicas=1', 'replicas=2')}default.replication.factor=3\n`);
  });

  it('are not made where the document says something else by now', () => {
    const wanted = { uri, scope: 0, key: 'min.insync.replicas', value: '2' };
    assert.equal(renderForeign(document, [wanted]), undefined);
    assert.equal(renderForeign(document, [{ ...wanted, was: '3' }]), undefined);
    assert.equal(renderForeign(document, [{ ...wanted, was: '1', scope: 7 }]), undefined);
  });
});
