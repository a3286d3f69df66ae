import * as l10n from '@vscode/l10n';
import type { BrokerInfo, ClusterSnapshot } from '../../../../server/src/cluster/model';
import { brokerCount, partitionCount } from '../../counts';
import { ICONS } from '../icons';
import { type Appearance, described, lines, spoken } from '../node';
import { noteAppearance } from '../noteAppearance';

export function brokersAppearance({ brokers }: ClusterSnapshot): Appearance {
  const silent = brokers.filter(({ problem }) => problem !== undefined).length;
  const note = silent > 0 ? l10n.t('{0} not answering', silent) : undefined;
  const count = brokerCount(brokers.length);
  return {
    label: l10n.t('Brokers'),
    ...described(String(brokers.length), note),
    tooltip: lines(count, note),
    icon: silent > 0 ? ICONS.troubled : ICONS.broker,
    context: 'brokers',
    accessibleName: spoken(count, note),
    fold: 'expanded',
  };
}

export function brokerAppearance(broker: BrokerInfo | undefined, leaders: number | undefined): Appearance {
  if (!broker) return noteAppearance(l10n.t('The broker is gone'));
  const { id, host, port, rack, isController, problem } = broker;
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const rackText = rack === undefined ? undefined : l10n.t('rack {0}', rack);
  const role = isController ? l10n.t('controller') : undefined;
  const led = leaders === undefined ? undefined : l10n.t('leads {0}', partitionCount(leaders));
  return {
    label: l10n.t('Broker {0}', id),
    ...described(address, rackText, role, led, problem && l10n.t('not answering')),
    tooltip: lines(
      l10n.t('Broker {0} at {1}', id, address),
      rackText,
      isController ? l10n.t('Active controller') : undefined,
      led,
      problem,
    ),
    icon: problem === undefined ? ICONS.broker : ICONS.offline,
    context: 'broker',
    accessibleName: spoken(l10n.t('Broker {0}', id), address, rackText, role, led, problem),
    fold: 'collapsed',
  };
}

export function controllerAppearance({ controllerId, brokers }: ClusterSnapshot): Appearance {
  const isBroker = brokers.some(({ id }) => id === controllerId);
  const id = String(controllerId);
  const text = isBroker ? l10n.t('broker {0}', id) : l10n.t('node {0}, no broker', id);
  return {
    label: l10n.t('Controller'),
    ...described(text),
    tooltip: l10n.t('The active controller is {0}.', text),
    icon: ICONS.controller,
    context: 'controller',
    accessibleName: l10n.t('Controller: {0}', text),
    fold: 'none',
  };
}
