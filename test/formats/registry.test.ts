import assert from 'node:assert/strict';
import { formatOf, parseDocument } from '../../server/src/formats/registry';

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
    for (const name of taken) assert.equal(formatOf(name)?.files.id, 'properties', name);
    const others = {
      '.env': 'dotenv',
      'kafka.env': 'dotenv',
      '.env.production': 'dotenv',
      Dockerfile: 'dockerfile',
      'Dockerfile.kafka': 'dockerfile',
      'kafka.Dockerfile': 'dockerfile',
      Containerfile: 'dockerfile',
      'kafka.service': 'systemd',
      'kafka.container': 'systemd',
      'sink.json': 'connector-json',
    };
    for (const [name, id] of Object.entries(others)) assert.equal(formatOf(name)?.files.id, id, name);
    const refused = [
      'a.txt',
      'properties',
      'a.properties/b',
      'package.json',
      'log4j.properties',
      'connect-log4j2.properties',
      'zookeeper.properties',
    ];
    for (const name of refused) assert.equal(formatOf(name), undefined, name);
  });

  it('takes other names by the editor’s language', () => {
    assert.equal(formatOf('/untitled', 'properties')?.files.id, 'properties');
    assert.equal(formatOf('/untitled', 'java-properties')?.files.id, 'properties');
    assert.equal(formatOf('/untitled', 'markdown'), undefined);
    assert.equal(formatOf('/log4j.properties', 'properties'), undefined);
    assert.equal(parseDocument({ uri: 'a', path: '/untitled', text: 'a=1' }), undefined);
  });
});
