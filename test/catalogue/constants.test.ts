import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { settingsOf } from '../../server/src/catalogue/catalogue';
import { constantNamed, constantValue } from '../../server/src/catalogue/constants';

describe('constants of Java', () => {
  it('stand for settings, whatever their names look like', () => {
    assert.equal(constantValue('ProducerConfig', 'ACKS_CONFIG'), 'acks');
    assert.equal(
      constantValue('ProducerConfig', 'MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION'),
      'max.in.flight.requests.per.connection',
    );
    assert.equal(constantValue('ProducerConfig', 'KEY_SERIALIZER_CLASS_CONFIG'), 'key.serializer');
    assert.equal(constantValue('StreamsConfig', 'EXACTLY_ONCE_V2'), 'exactly_once_v2');
    assert.equal(
      constantValue('ErrorHandlingDeserializer', 'VALUE_DESERIALIZER_CLASS'),
      'spring.deserializer.value.delegate.class',
    );
    assert.equal(constantValue('ProducerConfig', 'constructor'), undefined);
    assert.equal(constantValue('constructor', 'name'), undefined);
  });

  for (const [role, type] of [
    ['producer', 'ProducerConfig'],
    ['consumer', 'ConsumerConfig'],
    ['streams', 'StreamsConfig'],
  ] as const) {
    it(`of ${type} name most settings, and each means the setting that it names`, () => {
      const keys = settingsOf(role, '4.1').map(({ key }) => key);
      const named = keys.filter((key) => {
        const name = constantNamed(type, key);
        return name !== undefined && constantValue(type, name) === key;
      });
      assert.ok(named.length > 40, `${named.length} of ${keys.length}`);
    });
  }
});
