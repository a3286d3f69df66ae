import assert from 'node:assert/strict';
import { propertiesFormat } from '../../server/src/formats/properties/propertiesFormat';

/** The scopes of a text as `place|role|completeness: key key`. */
function scopesOf(path: string, text: string): string[] {
  const { scopes } = propertiesFormat.parse({ uri: 'file:///a', path, text });
  return scopes.map(
    ({ part, written, role, completeness, entries }) =>
      `${part ? written('') : ''}|${role}|${completeness}: ${entries.map(({ key }) => key).join(' ')}`,
  );
}

describe('scopes of a file', () => {
  it('gives a Connect worker’s clients scopes of their own', () => {
    const text =
      'group.id=c\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nproducer.linger.ms=5\n' +
      'consumer.max.poll.records=1\nproducer.acks=all\nadmin.retries=1\n';
    assert.deepEqual(scopesOf('/w.properties', text), [
      '|connect-distributed|complete: group.id offset.storage.topic config.storage.topic status.storage.topic',
      'producer.|producer|fragment: linger.ms acks',
      'consumer.|consumer|fragment: max.poll.records',
      'admin.|admin|fragment: retries',
    ]);
  });

  it('gives a streams application’s clients and topics theirs', () => {
    const text =
      'application.id=a\nbootstrap.servers=b:1\nmain.consumer.max.poll.records=1\nconsumer.fetch.min.bytes=1\n' +
      'topic.cleanup.policy=compact\n';
    assert.deepEqual(scopesOf('/s.properties', text), [
      '|streams|complete: application.id bootstrap.servers',
      'main.consumer.|consumer|fragment: max.poll.records',
      'consumer.|consumer|fragment: fetch.min.bytes',
      'topic.|topic|fragment: cleanup.policy',
    ]);
  });

  it('gives a connector’s overrides theirs', () => {
    const text = 'name=n\nconnector.class=C\nproducer.override.acks=1\nproducer.x=1\n';
    assert.deepEqual(scopesOf('/c.properties', text), [
      '|connector|complete: name connector.class producer.x',
      'producer.override.|producer|fragment: acks',
    ]);
  });

  it('keeps MirrorMaker’s clusters and flows out of its own scope', () => {
    const text =
      'clusters = us, eu\nus.bootstrap.servers=u:1\neu.ssl.protocol=TLS\nus->eu.topics=.*\nus.producer.acks=1\n' +
      'eu.consumer.group.id=g\nreplication.factor=3\nproducer.linger.ms=5\n';
    assert.deepEqual(scopesOf('/mm2.properties', text), [
      '|mirror-maker|complete: clusters replication.factor',
      'us.|client|fragment: bootstrap.servers',
      'eu.|client|fragment: ssl.protocol',
      'us->eu.|mirror-maker|fragment: topics',
      'us.producer.|producer|fragment: acks',
      'eu.consumer.|consumer|fragment: group.id',
      'producer.|producer|fragment: linger.ms',
    ]);
  });

  it('leaves a listener’s settings with the broker', () => {
    const text = 'process.roles=broker\nlistener.name.internal.ssl.client.auth=required\nproducer.acks=1\n';
    assert.deepEqual(scopesOf('/server.properties', text), [
      '|broker|fragment: process.roles listener.name.internal.ssl.client.auth producer.acks',
    ]);
  });

  it('leaves out what a template makes, and claims no duplicates there', () => {
    const text =
      'process.roles=broker\n{% if a %}\nlog.dirs=/a\n{% else %}\nlog.dirs=/b\n{{ key }}=1\n$' + '{other}=2\n';
    assert.deepEqual(scopesOf('/server.properties', text), ['|broker|fragment: process.roles log.dirs log.dirs']);
    const { entries } = propertiesFormat.parse({ uri: '', path: '/server.properties', text });
    assert.ok(entries.every((entry) => entry.overriddenBy === undefined));
  });

  it('shares its entries with the document', () => {
    const text = 'application.id=a\nbootstrap.servers=b:1\nproducer.acks=1\nproducer.acks=all\n';
    const { entries, scopes } = propertiesFormat.parse({ uri: '', path: '/s.properties', text });
    assert.deepEqual(
      scopes.flatMap((scope) => scope.entries),
      entries,
    );
    assert.equal(scopes[1]?.entries[0], entries[2]);
    assert.equal(entries[2]?.overriddenBy, entries[3]);
    assert.deepEqual([entries[2]?.key, entries[2]?.writtenKey], ['acks', 'producer.acks']);
  });
});
