/** Node's packages that hand librdkafka's calls on; those for Python and Go call back, poll and fail in ways of their own. */
export const NODE_PACKAGES: readonly string[] = ['node-rdkafka', '@confluentinc/kafka-javascript'];
