#!/bin/bash
# Prepares a host for Kafka.
set -e
sysctl -w vm.max_map_count=262144
echo noop > /sys/block/sdb/queue/scheduler
echo 'kafka hard nofile 100000' >> /etc/security/limits.d/kafka.conf
