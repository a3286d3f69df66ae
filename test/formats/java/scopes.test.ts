import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { callIn, scopeOf, valuesOf } from '../javascript/support';
import { parseJava } from './support';

const producer = (statements: string, members = '') =>
  scopeOf(
    parseJava(`${members}\nvoid run(String[] args) throws Exception {\n${statements}\nnew KafkaProducer<>(props);\n}`),
    'producer',
  );

describe('settings in Java', () => {
  it('are what statements put into a map, in their order', () => {
    const scope = producer(`Properties props = new Properties();
      props.put(ProducerConfig.ACKS_CONFIG, "1");
      props.setProperty("linger.ms", "5");
      props.put("acks", "all");`);
    assert.deepEqual(valuesOf(scope.entries), { 'linger.ms': '5', acks: 'all' });
    assert.equal(scope.completeness, 'complete');
    assert.equal(scope.entries[0]?.overriddenBy, scope.entries[2]);
  });

  it('are what is left where the arithmetic of int wraps around', () => {
    const scope = producer(`Properties props = new Properties();
      props.put("delivery.timeout.ms", 30 * 24 * 60 * 60 * 1000);
      props.put("metadata.max.age.ms", 30L * 24 * 60 * 60 * 1000);
      props.put("connections.max.idle.ms", 7 * 24 * 60 * 60 * 1000);`);
    assert.deepEqual(
      scope.entries.map(({ key, value }) => [key, value.kind, value.kind === 'literal' ? value.text : undefined]),
      [
        ['delivery.timeout.ms', 'literal', '-1702967296'],
        ['metadata.max.age.ms', 'literal', '2592000000'],
        ['connections.max.idle.ms', 'literal', '604800000'],
      ],
    );
  });

  it('leave out what is put in after the client is made', () => {
    const document = parseJava(`void run() {
      Map<String, Object> props = new HashMap<>();
      props.put("acks", "all");
      new KafkaProducer<>(props);
      props.put("linger.ms", 5);
    }`);
    assert.deepEqual(valuesOf(scopeOf(document, 'producer').entries), { acks: 'all' });
  });

  it('come through methods of the file, and through what is handed to them', () => {
    const scope = producer(
      'Properties props = base("b:9092"); secure(props);',
      `static Properties base(String servers) {
        Properties own = new Properties();
        own.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        return own;
      }
      private void secure(Properties target) { target.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SSL"); }`,
    );
    assert.deepEqual(valuesOf(scope.entries), { 'bootstrap.servers': 'b:9092', 'security.protocol': 'SSL' });
    assert.equal(scope.completeness, 'complete');
  });

  it('come from Map.of, copies, putAll and double braces', () => {
    const scope = producer(`Map<String, Object> base = Map.of("acks", "all", "linger.ms", 5);
      Map<String, Object> props = new HashMap<>(base) {{ put("batch.size", 1024); }};
      props.putAll(Map.ofEntries(Map.entry("retries", 3)));`);
    assert.deepEqual(valuesOf(scope.entries), { acks: 'all', 'linger.ms': '5', 'batch.size': '1024', retries: '3' });
    assert.equal(scope.completeness, 'complete');
  });

  for (const [what, statement] of Object.entries({
    'a method that is not in the file': 'Defaults.addTo(props);',
    'a file that is loaded': 'props.load(new java.io.FileInputStream(args[0]));',
    'a map that comes from elsewhere': 'props.putAll(Defaults.all());',
    'a key that nobody can know': 'props.put(args[0], "x");',
    'another name for it': 'Properties other = props;',
  })) {
    it(`may hold more after ${what}`, () => {
      const scope = producer(`Properties props = new Properties(); props.put("acks", "all"); ${statement}`);
      assert.deepEqual(valuesOf(scope.entries), { acks: 'all' });
      assert.equal(scope.completeness, 'fragment');
    });
  }

  it('hold in some cases only behind a condition', () => {
    const scope = producer('Properties props = new Properties(); if (args.length > 0) props.put("acks", "0");');
    assert.deepEqual(valuesOf(scope.entries), { acks: '0 unless set' });
  });

  it('are whole where they are only read or logged', () => {
    const scope = producer(
      'Properties props = new Properties(); System.out.println(props); if (props.isEmpty()) props.getProperty("a");',
    );
    assert.equal(scope.completeness, 'complete');
  });

  it('of Streams have those of its clients as parts', () => {
    const document = parseJava(`void run() {
      Properties props = new Properties();
      props.put(StreamsConfig.APPLICATION_ID_CONFIG, "orders");
      props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "b:9092");
      props.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
      new KafkaStreams(null, props);
    }`);
    const part = document.scopes.find((scope) => scope.part?.kind === 'producer');
    assert.deepEqual(valuesOf(part?.entries ?? []), { 'producer.linger.ms': '5' });
    assert.equal(part?.entries[0]?.key, 'linger.ms');
  });

  it('of a map without a client have the role of their constants, and are never whole', () => {
    const scope = scopeOf(
      parseJava(`Map<String, Object> settings() {
        Map<String, Object> map = new HashMap<>();
        map.put(ConsumerConfig.GROUP_ID_CONFIG, "g");
        return map;
      }`),
      'consumer',
    );
    assert.deepEqual([valuesOf(scope.entries), scope.completeness], [{ 'group.id': 'g' }, 'fragment']);
  });

  it('are without what is taken out again', () => {
    const scope = producer(`Properties props = new Properties(); props.put("acks", "all"); props.put("a.b", "1");
      props.remove("a.b"); if (args.length > 0) props.remove("acks");`);
    assert.deepEqual(valuesOf(scope.entries), { acks: 'all unless set' });
    assert.equal(scope.completeness, 'complete');
  });

  it('of listeners are those of their annotation', () => {
    const { scopes } = parseJava(`static final String GROUP = "orders";
      @KafkaListener(topics = "a", groupId = GROUP, concurrency = "3") void a(String one) {}
      @KafkaListener(topics = "b", id = "mails", properties = { "max.poll.records=10", "fetch.min.bytes:1" }) void b(String one) {}
      @KafkaListener(topics = "c", groupId = "\${group}", id = "c") void c(String one) {}
      @KafkaListener(topics = "d", id = "d", idIsGroup = false) void d(String one) {}`);
    assert.deepEqual(
      scopes.map(({ role, entries }) => [role, entries[0]?.key, valuesOf(entries)]),
      [
        ['consumer', 'group.id', { groupId: 'orders' }],
        ['consumer', 'group.id', { id: 'mails', 'max.poll.records': '10', 'fetch.min.bytes': '1' }],
        ['consumer', 'group.id', { groupId: '?' }],
      ],
    );
    assert.equal(scopes[0]?.spring?.own.get('listener.concurrency')?.value.text, '3');
  });

  it('of topics are those of NewTopic and of TopicBuilder', () => {
    const document =
      parseJava(`NewTopic a() { return new NewTopic("a", 3, (short) 3).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "1000")); }
      NewTopic b() { return TopicBuilder.name("b").partitions(3).config("cleanup.policy", "compact").build(); }`);
    assert.deepEqual(
      document.scopes.map(({ role, entries }) => [role, valuesOf(entries)]),
      [
        ['topic', { 'retention.ms': '1000' }],
        ['topic', { 'cleanup.policy': 'compact' }],
      ],
    );
  });

  it('of classes with the same names in other packages are none', () => {
    const document = parseJava('void run() { new com.other.KafkaProducer(Map.of("acks", "0")); }');
    assert.deepEqual(document.scopes, []);
  });
});

describe('values in Java', () => {
  const valueIn = (expression: string, members = '') => {
    const scope = producer(`Properties props = new Properties(); props.put("client.id", ${expression});`, members);
    const value = scope.entries[0]?.value;
    return value?.kind === 'literal' ? `${value.text} ${value.form}${value.fallback ? ' unless set' : ''}` : '?';
  };

  for (const [expression, expected] of [
    ['"a\\tb"', 'a\tb string'],
    ['64 * 1024', '65536 number'],
    ['5_000L', '5000 long'],
    ['(int) Duration.ofMinutes(5).toMillis()', '300000 number'],
    ['Duration.ofSeconds(5).toMillis()', '5000 long'],
    ['TimeUnit.SECONDS.toMillis(30)', '30000 long'],
    ['String.valueOf(5)', '5 string'],
    ['Integer.toString(64 * 1024)', '65536 string'],
    ['Boolean.TRUE', 'true boolean'],
    ['-1', '-1 number'],
    ['StringSerializer.class', 'org.apache.kafka.common.serialization.StringSerializer enum'],
    ['StringSerializer.class.getName()', 'org.apache.kafka.common.serialization.StringSerializer string'],
    ['"orders-" + 1', 'orders-1 string'],
    ['System.getProperty("id", "orders")', 'orders string unless set'],
    ['System.getenv("ID")', '?'],
    ['args[0]', '?'],
    ['args.length > 0 ? "a" : "b"', '?'],
    ['new java.util.Date().toString()', '?'],
  ] as const) {
    it(`${expression} is ${expected}`, () => assert.equal(valueIn(expression), expected));
  }

  it('come from constants, and not from fields that somebody else sets', () => {
    assert.equal(valueIn('ID', 'private static final String ID = "orders";'), 'orders string');
    assert.equal(valueIn('id', '@Autowired private String id = "orders";'), '?');
    assert.equal(valueIn('id', 'private String id = "orders"; void setId(String id) { this.id = id; }'), '?');
  });
});

describe('calls in Java', () => {
  const callsIn = (statements: string) =>
    scopeOf(
      parseJava(`private final KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of());
        void publish(List<String> all) throws Exception {\n${statements}\n}`),
      'producer',
    );

  it('tell what becomes of their future', () => {
    const outcomeOf = (statement: string) => callIn(callsIn(statement), 'send').outcome;
    assert.equal(outcomeOf('producer.send(null);'), 'dropped');
    assert.equal(outcomeOf('producer.send(null).get();'), 'awaited');
    assert.equal(outcomeOf('var sent = producer.send(null); sent.get();'), 'awaited');
    assert.equal(outcomeOf('var sent = producer.send(null); all.size();'), 'collected');
    assert.equal(outcomeOf('producer.send(null, (metadata, error) -> {});'), 'caught');
    assert.equal(outcomeOf('producer.send(null, new Wrapper(all));'), 'caught');
  });

  it('tell the loop around them, and whether a condition stands between', () => {
    const call = callIn(callsIn('for (String one : all) { if (one.isEmpty()) producer.send(null); }'), 'send');
    assert.deepEqual([call.loop?.kind, call.unconditional], ['for-of', false]);
    assert.equal(callIn(callsIn('all.forEach(one -> producer.send(null));'), 'send').loop?.kind, 'for-each');
    assert.equal(
      callIn(callsIn('for (String one : all) { Thread.sleep(1); producer.send(null); }'), 'send').loop?.paced,
      true,
    );
  });
});
