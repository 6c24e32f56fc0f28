import type { Resource } from '../../template/resource.ts';

/** The kinds of reports of SES, as the template names them. */
export type ReportKind = 'send' | 'delivery' | 'deliveryDelay' | 'bounce' | 'complaint' | 'reject';

/** The configuration sets of the template, each with the kinds it reports to EventBridge. */
export function configurationSets(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map(
    resources
      .filter(({ type }) => type === 'AWS::SES::ConfigurationSet')
      .map(({ ref }) => [ref, new Set<string>()] as const),
  );
  for (const { type, properties } of resources) {
    if (type !== 'AWS::SES::ConfigurationSetEventDestination') continue;
    const { EventBridgeDestination, Enabled, MatchingEventTypes } = properties.EventDestination;
    if (!EventBridgeDestination || Enabled === false) continue;
    for (const kind of MatchingEventTypes as string[]) sets.get(properties.ConfigurationSetName)?.add(kind);
  }
  return sets;
}
