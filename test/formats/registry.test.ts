import assert from 'node:assert/strict';
import { couldBeKafka, formatOf, parseDocument } from '../../server/src/formats/registry';

describe('the registry of formats', () => {
  it('takes files by their names', () => {
    const taken = [
      'a.properties',
      'C:\\kafka\\a.properties',
      'a.properties.j2',
      'a.properties.example',
      'A.PROPERTIES',
      'b.config',
    ];
    for (const name of taken) assert.equal(formatOf(name)?.id, 'properties', name);
    const refused = [
      'a.txt',
      'properties',
      'a.properties/b',
      'a.json',
      'log4j.properties',
      'connect-log4j2.properties',
      'zookeeper.properties',
    ];
    for (const name of refused) assert.equal(formatOf(name), undefined, name);
  });

  it('takes other names by the editor’s language', () => {
    assert.equal(formatOf('/untitled', 'properties')?.id, 'properties');
    assert.equal(formatOf('/untitled', 'java-properties')?.id, 'properties');
    assert.equal(formatOf('/untitled', 'json'), undefined);
    assert.equal(formatOf('/log4j.properties', 'properties'), undefined);
    assert.equal(parseDocument({ uri: 'a', path: '/untitled', text: 'a=1' }), undefined);
  });

  it('tells from the beginning of a file whether it could be Kafka’s', () => {
    assert.ok(couldBeKafka('/server.properties', 'process.roles=broker\nnode.id=1\n'));
    assert.ok(!couldBeKafka('/server.properties', 'max-players=20\n'));
    assert.ok(!couldBeKafka('/server.properties', '\0\0process.roles=broker\n'));
    assert.ok(!couldBeKafka('/server.txt', 'process.roles=broker\n'));
  });
});
