import { parseDocument } from '../server/src/formats/registry';
import { completionAt } from '../server/src/features/completion/completion';
const show = (text: string, path='/p/docker-compose.yml') => {
const o = text.indexOf('^'); text = text.replace('^','');
const d = parseDocument({uri:'file://'+path, path, text})!;
const c = completionAt(d,o);
console.log(d.scopes.map(s=>[s.role,s.span]), o, c?.items.length, c?.items.slice(0,2).map(i=>[i.text, i.snippet]), c?.items.find(i=>/num.partitions|NUM_PARTITIONS|linger/.test(i.label))?.text);
};
show(`services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: 1\n      ^\n    ports: []\n`);
show(`services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: 1\n      ^\n`);
show(`services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_NUM^\n`);
show(`services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      - KAFKA_NODE_ID=1\n      - ^\n`);
show(`services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      - KAFKA_NODE_ID=1\n      - KAFKA_NUM^\n`);
show(`services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      - KAFKA_NODE_ID=1\n      ^\n`);
show(`spring:\n  kafka:\n    producer:\n      acks: 0\n      ^\n`, '/p/application.yml');
show(`spring:\n  kafka:\n    producer:\n      acks: 0\n      properties:\n        batch.size: 1\n        ^\n`, '/p/application.yml');
show(`spring:\n  kafka:\n    producer:\n      acks: 0\n      properties:\n        linger.ms: 1\n        ling^\n`, '/p/application.yml');
show(`apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: n\nspec:\n  kafka:\n    config:\n      node.id: 1\n      ^\n`, '/p/k.yml');
