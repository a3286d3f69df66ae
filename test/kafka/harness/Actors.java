import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Does with Kafka's own clients what a line of standard input asks for, and answers each with a line. */
public final class Actors {
  private static final Map<String, Member> MEMBERS = new HashMap<>();
  private static String bootstrap;
  private static Admin admin;
  private static KafkaProducer<String, String> producer;

  public static void main(String[] arguments) throws Exception {
    bootstrap = arguments[0];
    admin = Admin.create(settings());
    producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String answer;
      try {
        answer = "ok " + act(line.trim().split(" "));
      } catch (Exception error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        answer = "error " + cause.toString().replace('\n', ' ');
      }
      System.out.println(answer);
      System.out.flush();
    }
    System.exit(0);
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    return settings;
  }

  private static String act(String[] words) throws Exception {
    switch (words[0]) {
      case "topic":
        admin.createTopics(Set.of(new NewTopic(words[1], Integer.parseInt(words[2]), Short.parseShort(words[3])))).all().get();
        return "";
      case "delete-topic":
        admin.deleteTopics(Set.of(words[1])).all().get();
        return "";
      case "delete-group":
        admin.deleteConsumerGroups(Set.of(words[1])).all().get();
        return "";
      case "produce":
        return produce(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
      case "commit":
        OffsetAndMetadata offset = new OffsetAndMetadata(Long.parseLong(words[4]));
        admin.alterConsumerGroupOffsets(words[1], Map.of(partition(words[2], words[3]), offset)).all().get();
        return "";
      case "delete-records":
        RecordsToDelete before = RecordsToDelete.beforeOffset(Long.parseLong(words[3]));
        admin.deleteRecords(Map.of(partition(words[1], words[2]), before)).all().get();
        return "";
      case "member":
        return member(words[1], words[2], words[3], words[4], true);
      case "committed-reader":
        return member(words[1], words[2], "read_committed", words[3], true);
      case "join":
        return member(words[1], words[2], "classic", words[3], false);
      case "share":
        return share(words[1], words[2]);
      case "stall":
        MEMBERS.get(words[1]).stall();
        return "";
      case "go":
        MEMBERS.get(words[1]).polls = true;
        return "";
      case "leave":
        MEMBERS.remove(words[1]).leave();
        return "";
      case "transaction":
        return transaction(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), false);
      case "committed-transaction":
        return transaction(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), true);
      case "deny":
        return deny(words[1], ResourceType.GROUP, words[2]);
      case "deny-topic":
        return deny(words[1], ResourceType.TOPIC, words[2]);
      case "deny-cluster":
        return deny(words[1], ResourceType.CLUSTER, "kafka-cluster");
      case "elect":
        // Null stands for every partition; those that need no election say so, each for itself.
        admin.electLeaders(ElectionType.PREFERRED, null).partitions().get();
        return "";
      default:
        throw new IllegalArgumentException("There is no command " + words[0]);
    }
  }

  private static String deny(String user, ResourceType type, String name) throws Exception {
    AccessControlEntry entry = new AccessControlEntry("User:" + user, "*", AclOperation.ALL, AclPermissionType.DENY);
    ResourcePattern resource = new ResourcePattern(type, name, PatternType.LITERAL);
    admin.createAcls(Set.of(new AclBinding(resource, entry))).all().get();
    return "";
  }

  private static TopicPartition partition(String topic, String number) {
    return new TopicPartition(topic, Integer.parseInt(number));
  }

  private static String produce(String topic, int partition, int count) throws Exception {
    for (int index = 0; index < count; index++) producer.send(new ProducerRecord<>(topic, partition, null, "value " + index));
    producer.flush();
    return "";
  }

  private static String transaction(String topic, int partition, int count, boolean commits) throws Exception {
    Properties settings = settings();
    settings.put("transactional.id", "open-" + System.nanoTime());
    KafkaProducer<String, String> open = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    open.initTransactions();
    open.beginTransaction();
    for (int index = 0; index < count; index++) open.send(new ProducerRecord<>(topic, partition, null, "value " + index)).get();
    if (commits) open.commitTransaction();
    return "";
  }

  private static String member(String name, String group, String protocol, String topic, boolean waits) throws Exception {
    Properties settings = settings();
    settings.put("group.id", group);
    settings.put("client.id", name);
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    settings.put("max.poll.interval.ms", "600000");
    if (protocol.equals("consumer")) settings.put("group.protocol", "consumer");
    if (protocol.equals("read_committed")) settings.put("isolation.level", protocol);
    Member member = new Member(new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer()), topic);
    MEMBERS.put(name, member);
    member.thread.start();
    if (waits && !member.assigned.await(30, TimeUnit.SECONDS)) throw new IllegalStateException(name + " was given no partition");
    return "";
  }

  /** A share group reads what there is, acknowledges it and goes. Older clients lack the names that are looked up here. */
  private static String share(String group, String topic) throws Exception {
    ConfigEntry start = new ConfigEntry("share.auto.offset.reset", "earliest");
    AlterConfigOp set = new AlterConfigOp(start, AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.valueOf("GROUP"), group), List.of(set))).all().get();
    Properties settings = settings();
    settings.put("group.id", group);
    settings.put("key.deserializer", StringDeserializer.class.getName());
    settings.put("value.deserializer", StringDeserializer.class.getName());
    Class<?> kind = Class.forName("org.apache.kafka.clients.consumer.KafkaShareConsumer");
    try (AutoCloseable consumer = (AutoCloseable) kind.getConstructor(Properties.class).newInstance(settings)) {
      kind.getMethod("subscribe", Collection.class).invoke(consumer, List.of(topic));
      int count = 0;
      for (int polls = 0; polls < 100 && count == 0; polls++) {
        ConsumerRecords<?, ?> records = (ConsumerRecords<?, ?>) kind.getMethod("poll", Duration.class).invoke(consumer, Duration.ofMillis(300));
        count = records.count();
      }
      kind.getMethod("commitSync").invoke(consumer);
      return String.valueOf(count);
    }
  }

  /** A consumer that reads and commits on a thread of its own. */
  private static final class Member implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;
    private final CountDownLatch assigned = new CountDownLatch(1);
    private volatile boolean polls = true;
    private volatile boolean stays = true;
    private volatile boolean rests;

    private Member(KafkaConsumer<String, String> consumer, String topic) {
      this.consumer = consumer;
      thread = new Thread(this::consume);
      thread.setDaemon(true);
      consumer.subscribe(List.of(topic), this);
    }

    private void consume() {
      while (stays) {
        if (!polls) {
          rests = true;
          pause();
          continue;
        }
        int count = consumer.poll(Duration.ofMillis(100)).count();
        if (count > 0) consumer.commitSync();
      }
      consumer.close();
    }

    private static void pause() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }

    /** Returns once no poll is under way, which would take what is produced next. */
    private void stall() throws InterruptedException {
      rests = false;
      polls = false;
      while (!rests) Thread.sleep(10);
    }

    private void leave() throws InterruptedException {
      stays = false;
      polls = true;
      thread.join();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      assigned.countDown();
    }
  }
}
