// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the files.
/** Files of each format, by its id, that every law about formats is tried on. */
export const SAMPLES: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  properties: [
    ['/p/producer.properties', 'bootstrap.servers=a:9092\nacks = all\n  linger.ms : 0\nkey.serializer=K\nretries 3\n'],
    [
      '/p/server.properties',
      '\ufeff# ours\r\nprocess.roles=broker\r\nnode.id=1\r\nlog.dirs=/tmp/a\r\nnum.io.threads=1',
    ],
    [
      '/p/worker.properties',
      'offset.storage.topic=o\nconfig.storage.topic=c\ngroup.id=g\nproducer.acks=0\nconsumer.fetch.min.bytes=\\\n  1\n',
    ],
    [
      '/p/mm2.properties',
      'clusters=a, b\na.bootstrap.servers=a:1\nb.bootstrap.servers=b:1\na->b.enabled=true\na.producer.acks=0\n',
    ],
    [
      '/p/src/main/resources/application.properties',
      'spring.kafka.bootstrap-servers=a:9092\nspring.kafka.producer.acks = 0\nspring.kafka.producer.properties[linger.ms]=0\nspring.kafka.producer.linger-ms=5\n# mine\nspring.kafka.consumer.enableAutoCommit=true\n',
    ],
    [
      '/p/quarkus/application.properties',
      '%dev.kafka.bootstrap.servers=a:1\nkafka.bootstrap.servers=b:1\nmp.messaging.outgoing.o.connector=smallrye-kafka\nmp.messaging.outgoing.o.acks=0\nmp.messaging.incoming.i.connector=smallrye-kafka\n%prod.mp.messaging.incoming.i.fetch.min.bytes=-1\nkafka-streams.num.stream.threads=many\n',
    ],
    ['/p/topic.properties', 'retention.ms=1000\ncleanup.policy=compact\nmin.insync.replicas=1'],
  ],
  javascript: [
    [
      '/p/tool.mjs',
      "#!/usr/bin/env node\nimport { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['a:9092'] });\nconst producer = kafka.producer({\n  idempotent: true,\n  retry: { retries: 1 },\n});\nawait producer.connect();\nfor (const one of list) {\n  await producer.send({ topic: 't', messages: [{ value: one }] });\n}\nproducer.send({\n  topic: 't',\n  acks: 0,\n  messages: [{ value: 'x' }],\n});\n",
    ],
    [
      '/p/app.ts',
      "\ufeffimport { Kafka } from 'kafkajs';\r\n\r\nconst kafka = new Kafka({\r\n  clientId: 'a',\r\n  brokers: ['a:9092'],\r\n});\r\nexport async function run(): Promise<void> {\r\n  const consumer = kafka.consumer({ groupId: 'g' + Math.random(), sessionTimeout: 1000 });\r\n  await consumer.run({ eachMessage: async () => {} });\r\n}\r\n",
    ],
    [
      '/p/View.vue',
      "<template>\n  <p>kafka</p>\n</template>\n<script setup lang=\"ts\">\nimport { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['a:9092'] });\nconst producer = kafka.producer();\nproducer.send({ topic: 't', acks: 0, messages: [] });\n</script>\n",
    ],
    [
      '/p/Button.tsx',
      "import { Kafka } from 'kafkajs';\nconst producer = new Kafka({ brokers: ['a:9092'] }).producer();\nexport const Button = () => (\n  <button\n    onClick={() => {\n      producer.send({ topic: 't', messages: [{ value: 'x' }] });\n    }}\n  >\n    kafka {list.map((one) => producer.send({ topic: one, messages: [] }))}\n  </button>\n);\n",
    ],
  ],
  'java-code': [
    [
      '/p/src/main/java/Orders.java',
      'package a;\n\nimport java.util.Properties;\nimport org.apache.kafka.clients.producer.*;\n\n/** Orders. */\nclass Orders {\n  private final KafkaProducer<String, String> producer;\n\n  Orders() {\n    Properties props = new Properties();\n    props.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "a:9092");\n    props.put(ProducerConfig.ACKS_CONFIG, "0"); // fast\n    props.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);\n    props.setProperty("linger.ms", "0");\n    producer = new KafkaProducer<>(props);\n  }\n\n  void send(Iterable<String> all) throws Exception {\n    for (String one : all) producer.send(new ProducerRecord<>("t", one)).get();\n  }\n}\n',
    ],
    [
      '/p/src/main/java/Config.java',
      '\ufeffimport java.util.*;\r\nimport org.springframework.kafka.core.*;\r\n\r\nclass Config {\r\n  ConsumerFactory<String, String> factory() {\r\n    return new DefaultKafkaConsumerFactory<>(Map.of(\r\n        "bootstrap.servers", "a:9092",\r\n        "group.id", "g",\r\n        "session.timeout.ms", 1000, "fetch.min.bytes", 0));\r\n  }\r\n\r\n  NewTopic topic() {\r\n    return TopicBuilder.name("t").config("log.retention.ms", "1").build();\r\n  }\r\n\r\n  @KafkaListener(topics = "t", properties = {"max.poll.records=0", "fetch.min.bytes:0"})\r\n  void listen(String record) {}\r\n}\r\n',
    ],
  ],
  python: [
    [
      '/p/publish.py',
      '#!/usr/bin/env python3\nimport os\nfrom confluent_kafka import Producer\n\nconf = {\n    "bootstrap.servers": os.getenv("KAFKA", "a:9092"),\n    "acks": "1",  # ours\n}\nconf["linger.ms"] = 0\nproducer = Producer(conf)\nfor one in range(9):\n    producer.produce("t", str(one))\n    producer.flush()\n',
    ],
    [
      '/p/service.py',
      "\ufefffrom kafka import KafkaConsumer, KafkaProducer\r\n\r\n\r\nclass Service:\r\n    def __init__(self, servers):\r\n        self.producer = KafkaProducer(bootstrap_servers=servers, acks=1, compression_type=None)\r\n        self.consumer = KafkaConsumer('t', group_id='g', enable_auto_commit=True, session_timeout_ms=5_000)\r\n",
    ],
    [
      '/p/worker.py',
      'from aiokafka import AIOKafkaConsumer, AIOKafkaProducer\n\nSHARED = dict(bootstrap_servers="a:9092")\n\n\nasync def main():\n    async with AIOKafkaProducer(**SHARED, acks=0) as producer:\n        async for one in AIOKafkaConsumer("t", group_id="g", **SHARED):\n            await producer.send_and_wait("u", one.value)\n',
    ],
  ],
  go: [
    [
      '/p/main.go',
      'package main\n\nimport (\n\t"context"\n\n\t"github.com/segmentio/kafka-go"\n)\n\nfunc main() {\n\tw := &kafka.Writer{\n\t\tAddr:         kafka.TCP("a:9092"),\n\t\tRequiredAcks: kafka.RequireOne, // fast\n\t}\n\tw.BatchSize = 1\n\tfor i := 0; i < 9; i++ {\n\t\tw.WriteMessages(context.Background(), kafka.Message{})\n\t}\n}\n',
    ],
    [
      '/p/sarama.go',
      'package p\n\nimport "github.com/IBM/sarama"\n\nfunc newProducer(brokers []string) (sarama.SyncProducer, error) {\n\tconfig := sarama.NewConfig()\n\tconfig.Producer.RequiredAcks = sarama.NoResponse\n\tconfig.Producer.Retry.Max = 5\n\treturn sarama.NewSyncProducer(brokers, config)\n}\n',
    ],
    [
      '/p/both.go',
      'package p\n\nimport (\n\t"github.com/confluentinc/confluent-kafka-go/v2/kafka"\n\t"github.com/twmb/franz-go/pkg/kgo"\n)\n\nfunc make() {\n\tp, _ := kafka.NewProducer(&kafka.ConfigMap{"bootstrap.servers": "a", "acks": 1})\n\tp.Produce(&kafka.Message{}, nil)\n\tclient, _ := kgo.NewClient(kgo.SeedBrokers("a:9092"), kgo.ProducerLinger(0), kgo.RequiredAcks(kgo.NoAck()))\n\tclient.Flush(nil)\n}\n',
    ],
  ],
  yaml: [
    [
      '/p/kafka/tasks/main.yml',
      "- name: kafka\n  ansible.posix.sysctl: { name: vm.swappiness, value: '60' }\n- block:\n    - pam_limits:\n        domain: kafka\n        limit_type: '-'\n        limit_item: nofile\n        value: 1024\n",
    ],
    [
      '/p/limits/compose.yaml',
      'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    mem_limit: 4g\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_HEAP_OPTS: -Xmx4g -Xms5g\n    ulimits:\n      nofile: { soft: 5000, hard: 1024 }\n    sysctls:\n      - net.core.somaxconn=1\n',
    ],
    [
      '/p/pool.yaml',
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata: { name: p }\nspec:\n  roles: [broker]\n  jvmOptions:\n    -Xms: 40g\n    -Xmx: "32g"\n    "-XX": { UseParNewGC: true }\n',
    ],
    [
      '/p/docker-compose.yml',
      '\ufeff---\r\n# ours\r\nx-common: &common\r\n  KAFKA_LOG_RETENTION_MS: 100   # short\r\n  KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: \'true\'\r\nservices:\r\n  kafka:\r\n    image: apache/kafka:3.9.0\r\n    environment:\r\n      <<: *common\r\n      KAFKA_NODE_ID: 1\r\n      KAFKA_PROCESS_ROLES: broker,controller\r\n      KAFKA_NUM_IO_THREADS: "1"\r\n      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:9093\r\n  tool: { image: busybox, environment: { A: b } }',
    ],
    [
      '/p/compose.yaml',
      'services:\n  a:\n    image: confluentinc/cp-kafka:7.9.0\n    environment:\n    - KAFKA_BROKER_ID=1\n    - "KAFKA_ZOOKEEPER_CONNECT=zk:2181"\n    - \'KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://a:9092\'\n    - KAFKA_LOG_SEGMENT_BYTES=1024\n    ports: ["9092:9092"]\n',
    ],
    [
      '/p/.github/workflows/test.yml',
      'jobs:\n  test:\n    services:\n      kafka:\n        image: bitnami/kafka:3.8.0\n        env: { KAFKA_CFG_NODE_ID: 1, "KAFKA_CFG_NUM_IO_THREADS": many, KAFKA_CFG_PROCESS_ROLES: \'broker\' }\n',
    ],
    [
      '/p/kafka.yaml',
      '# strimzi\napiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: { name: shop }\nspec:\n  kafka:\n    version: 4.1.0\n    replicas: 3\n    config:\n      default.replication.factor: 3\n      unclean.leader.election.enable: true # risky\n      log.dirs: /a\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: t }\nspec: { partitions: 1, config: { \'retention.ms\': "x", cleanup.policy: delete } }\n',
    ],
    [
      '/p/src/main/resources/application.yml',
      'spring.kafka:\n  bootstrap-servers: [ "a:9092", b:9092 ]\n  producer:\n    acks: 0\n    linger-ms: 5\n    properties:\n      max.block.ms: 10\n      "[buffer.memory]": 1\n  consumer: { group-id: g, properties: { fetch.min.bytes: 0 } }\n',
    ],
    [
      '/p/k8s/kafka.yaml',
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: kafka }\nspec:\n  template:\n    spec:\n      containers:\n      - name: kafka\n        image: apache/kafka:4.0.0\n        env:\n          - { name: KAFKA_NODE_ID, value: "1" }\n          - name: KAFKA_LOG_SEGMENT_BYTES\n            value: "1"\n          # many\n          - value: "x"\n            name: KAFKA_NUM_IO_THREADS\n          - name: POD\n            valueFrom: { fieldRef: { fieldPath: metadata.name } }\n',
    ],
    [
      '/p/map.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: broker }\ndata:\n  # one\n  server.properties: |\n    process.roles=broker\n    node.id=1\n    log.dirs = /tmp/a\n\n    # small\n    num.io.threads: 1\n  application.yml: |-\n      spring:\n        kafka:\n          producer:\n            linger-ms: 3\n            acks: 0\n  logback.xml: |\n    <a/>\n',
    ],
  ],
  'sysctl-conf': [
    [
      '/p/sysctl.d/90-kafka.conf',
      '\ufeff# ours\r\nvm.swappiness=60\r\n  vm.dirty_background_ratio = 50\r\n-net/ipv4/tcp_rmem = 4096 87380 134217728',
    ],
    [
      '/p/kafka/tuned.conf',
      '[main]\nsummary=kafka\n\n[sysctl]\n; many\nvm.max_map_count=1\nvm.max_map_count = 65530\n\n[disk]\nelevator=noop\n',
    ],
  ],
  'limits-conf': [
    ['/p/limits.conf', '# kafka\n* soft nofile 1024\n*\thard\tnofile\t4096 # few\n'],
    ['/p/limits.d/kafka.conf', 'root - nofile 10\r\nkafka - nofile 1000\r\n@kafka hard nofile unlimited'],
  ],
  'udev-rules': [
    [
      '/p/60-kafka.rules',
      '# disks\nACTION=="add|change", KERNEL=="sd[a-z]", ATTR{queue/scheduler}="noop", ATTR{queue/read_ahead_kb}="4096"\n',
    ],
  ],
  shell: [
    [
      '/p/setup.sh',
      '#!/bin/bash\n# for kafka\nset -e\nif true; then\n  sudo sysctl -w vm.swappiness=60 \\\n    "net.ipv4.tcp_rmem=4096 87380 134217728"\nfi\nulimit -Hn 1024; echo noop > /sys/block/sda/queue/scheduler\necho "* hard nofile 4096" | sudo tee -a /etc/security/limits.conf\ncat > /etc/sysctl.d/90-kafka.conf <<\'EOF\'\nvm.swappiness = 80\nEOF\n',
    ],
    [
      '/p/start-kafka.sh',
      'export KAFKA_HEAP_OPTS="-Xmx40g -Xms50g" LOG_DIR=/tmp # much\r\nKAFKA_OPTS=-XX:+UseParNewGC exec bin/kafka-server-start.sh $1',
    ],
  ],
  dotenv: [
    ['/p/heap.env', "KAFKA_NODE_ID=1\nKAFKA_HEAP_OPTS='-Xmx40g -Xms50g'\nKAFKA_OPTS=-XX:+PrintGCDateStamps\n"],
    [
      '/p/kafka.env',
      '# ours\nKAFKA_NODE_ID=1\nexport KAFKA_PROCESS_ROLES = broker # alone\nKAFKA_ADVERTISED_LISTENERS="PLAINTEXT://kafka:9092"\nKAFKA_LOG_SEGMENT_BYTES=\'1024\'\nKAFKA_NUM_IO_THREADS=many\nKAFKA_LOG_DIRS="${DATA:-/tmp/kafka}"\n',
    ],
    ['/p/.env', '\ufeffKAFKA_CFG_NODE_ID=1\r\nKAFKA_CFG_PROCESS_ROLES=broker\r\n\r\nKAFKA_CFG_NUM_PARTITIONS="many"'],
  ],
  dockerfile: [
    [
      '/p/Dockerfile',
      '# syntax=docker/dockerfile:1\nARG VERSION=7.9.0\nFROM confluentinc/cp-kafka:$VERSION AS base\nENV KAFKA_NODE_ID=1 \\\n    # few\n    KAFKA_NUM_IO_THREADS="many" \\\n    KAFKA_LOG_SEGMENT_BYTES=1024\nENV KAFKA_PROCESS_ROLES broker\nFROM base\nENV KAFKA_LISTENERS=PLAINTEXT://:9092 KAFKA_LOG_DIRS=\'/data\'\n',
    ],
    [
      '/p/kafka.Dockerfile',
      '# escape=`\r\nFROM apache/kafka:4.1.0\r\nENV KAFKA_NODE_ID=1 KAFKA_PROCESS_ROLES=broker `\r\n  KAFKA_NUM_PARTITIONS="few"',
    ],
  ],
  systemd: [
    ['/p/kafka.service.d/override.conf', '[Service]\nLimitNOFILE=1000\nEnvironment="KAFKA_HEAP_OPTS=-Xmx40g"\n'],
    [
      '/p/broker.service',
      '[Service]\nUser=kafka\nExecStart=/opt/kafka/bin/kafka-server-start.sh \\\n  /etc/server.properties\n',
    ],
    [
      '/p/kafka.container',
      '[Container]\nImage=docker.io/apache/kafka:4.1.0\n# who\nEnvironment=KAFKA_NODE_ID=1 KAFKA_PROCESS_ROLES=broker\nEnvironment="KAFKA_LISTENERS=PLAINTEXT://:9092" \\\n  KAFKA_NUM_IO_THREADS=\'many\'\nEnvironment=KAFKA_LOG_SEGMENT_BYTES=1\\x30\n',
    ],
  ],
  'connector-json': [
    [
      '/p/orders.json',
      '{\n  "name": "orders",\n  "config": {\n    "connector.class": "org.example.Sink",\n    "tasks.max": 0,\n    "errors.tolerance": "all",\n    "producer.override.acks": "0",\n    "topics": "or\\u0064ers"\n  }\n}\n',
    ],
    ['/p/config.json', '\ufeff{"connector.class":"org.example.Sink","tasks.max":"x","transforms":"a"}'],
  ],
};
