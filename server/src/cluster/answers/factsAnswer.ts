import type { ClusterSnapshot } from '../model';
import { MOST } from './most';

/** Brokers and unhealthy partitions of a cluster for an assistant. */
export function factsAnswer({ kafkaVersion, controllerId, brokers, unhealthy, problems }: ClusterSnapshot) {
  return {
    kafkaVersion: kafkaVersion ?? null,
    controllerId: controllerId ?? null,
    brokers: brokers.slice(0, MOST),
    omittedBrokers: Math.max(0, brokers.length - MOST),
    unhealthyPartitions: unhealthy.slice(0, MOST),
    omittedUnhealthyPartitions: Math.max(0, unhealthy.length - MOST),
    problems: problems.slice(0, MOST),
  };
}
