import { type MiniBroker, miniBroker } from './miniBroker';

/** One broker without topics and groups, of a cluster that is called `empty`: enough for a snapshot. */
export async function emptyKafka(): Promise<MiniBroker> {
  let port = 0;
  const broker = await miniBroker({
    answers: {
      // Metadata 5: throttle time, brokers without a rack, the cluster's id, the controller, topics.
      3: (body) =>
        body
          .int32(0)
          .array([port], (own) => body.int32(1).string('127.0.0.1').int32(own).int16(-1))
          .string('empty')
          .int32(1)
          .array([], () => {}),
      // ListGroups 5: the header's tags, throttle time, no error, groups.
      16: (body) =>
        body
          .noTags()
          .int32(0)
          .int16(0)
          .array([], () => {}, true)
          .noTags(),
    },
  });
  port = broker.port;
  return broker;
}
