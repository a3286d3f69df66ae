import { BROKER_ITEMS } from './brokerItems';
import { CONSUMER_ITEMS, PRODUCER_ITEMS } from './clientItems';
import { HOST_ITEMS } from './hostItems';
import type { ChecklistItem } from './item';
import { MONITORING_ITEMS } from './monitoringItems';

/** What people check before they go into production, in the order in which they read it. */
export const ITEMS: readonly ChecklistItem[] = [
  ...PRODUCER_ITEMS,
  ...CONSUMER_ITEMS,
  ...BROKER_ITEMS,
  ...HOST_ITEMS,
  ...MONITORING_ITEMS,
];
