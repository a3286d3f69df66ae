/**
 * Words that are in every file that is recognised as Kafka's by its keys, most of them in the first lines. A file of
 * another program may have one too: the server looks closely and finds nothing.
 */
const TELLING =
  /kafka|bootstrap\.servers|broker|serializer|listener|zookeeper|controller|replica|\blog\.(?:dir|retention|segment|roll|cleanup|cleaner|flush)|num\.(?:network|io|partitions|stream)|retention\.|cleanup\.policy|segment\.|offset|connector|converter|serde|\backs\b|linger\.ms|batch\.size|buffer\.memory|idempotence|max\.(?:poll|partition|message|in\.flight|request|block)|fetch\.|auto\.(?:commit|create|leader)|group\.|transactional|isolation\.level|application\.(?:id|server)|state\.dir|plugin\.path|sasl\.|security\.protocol|compaction|delivery\.timeout/;

/** No more of a file is looked at; Kafka's own files show themselves far earlier. */
const HEAD = 65536;

/** False for a text that cannot be Kafka's, so that no server needs to run for it. */
export function couldBeKafka(text: string): boolean {
  return TELLING.test(text.length > HEAD ? text.slice(0, HEAD) : text);
}
