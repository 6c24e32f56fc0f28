import type { HttpApi } from './http-api/http-api.ts';
import type { Functions } from './lambda/functions.ts';
import { isCustomResource, type Resource, shortName } from './template/resource.ts';
import type { Template } from './template/template.ts';

type TriggerKind = 'http' | 'stream' | 'queue' | 'rule' | 'schedule' | 'deployment' | 'function';

interface Trigger {
  kind: TriggerKind;
  by: string;
}

/** A function, what it does and what triggers it. */
interface WiredFunction {
  name: string;
  does: string;
  triggers: ReadonlyMap<TriggerKind, string[]>;
}

/** What the twin runs of the template, and what it leaves alone. */
export interface Wiring {
  functions: WiredFunction[];
  tables: string[];
  queues: string[];
  buses: string[];
  rules: string[];
  schedules: string[];
  /** Resource types that are left alone, with how many there are and why. */
  inert: { type: string; count: number; reason: string }[];
}

interface Sources {
  template: Template;
  functions: Functions;
  httpApi: HttpApi;
}

/** Reads from the template how everything is connected. */
export function readWiring({ template, functions, httpApi }: Sources): Wiring {
  const short = (resource: Resource) => shortName(resource, template.stackName);
  const named = (type: string) => template.ofType(type).map(short);
  return {
    functions: functions.all.map(({ shortName: name, description, arn, name: fullName }) => ({
      name,
      does: description,
      triggers: byKind([
        ...httpApi.routes
          .filter(({ functionArn }) => functionArn === arn)
          .map(({ key }): Trigger => ({ kind: 'http', by: key })),
        ...functions.all
          .filter(({ variables }) => Object.values(variables).includes(fullName))
          .map(({ shortName: by }): Trigger => ({ kind: 'function', by })),
        ...template.resources.flatMap((resource) =>
          triggersBy(resource, [arn, fullName], template.resources, short),
        ),
      ]),
    })),
    tables: named('AWS::DynamoDB::Table'),
    queues: named('AWS::SQS::Queue'),
    buses: named('AWS::Events::EventBus'),
    rules: template.ofType('AWS::Events::Rule').map(({ properties }) => pattern(properties.EventPattern)),
    schedules: template
      .ofType('AWS::Scheduler::Schedule')
      .map((resource) => `${short(resource)} ${resource.properties.ScheduleExpression}`),
    inert: countInert(template.inert),
  };
}

function byKind(triggers: readonly Trigger[]): Map<TriggerKind, string[]> {
  const grouped = new Map<TriggerKind, string[]>();
  for (const { kind, by } of triggers) grouped.set(kind, [...new Set(grouped.get(kind)).add(by)]);
  return grouped;
}

function triggersBy(
  { type, properties }: Resource,
  names: string[],
  resources: readonly Resource[],
  short: (resource: Resource) => string,
): Trigger[] {
  if (type === 'AWS::Lambda::EventSourceMapping' && names.includes(properties.FunctionName)) {
    const arn: string = properties.EventSourceArn;
    const source = resources.find(
      (candidate) => arn === candidate.arn || arn.startsWith(`${candidate.arn}/`),
    );
    return [{ kind: arn.includes(':dynamodb:') ? 'stream' : 'queue', by: source ? short(source) : arn }];
  }
  if (
    type === 'AWS::Events::Rule' &&
    properties.Targets?.some(({ Arn }: { Arn: string }) => names.includes(Arn))
  )
    return [{ kind: 'rule', by: pattern(properties.EventPattern) }];
  if (type === 'AWS::Scheduler::Schedule' && names.includes(properties.Target?.Arn))
    return [{ kind: 'schedule', by: properties.ScheduleExpression }];
  if (isCustomResource(type) && names.includes(properties.ServiceToken))
    return [{ kind: 'deployment', by: type.replace(/^.*::/, '') }];
  return [];
}

function pattern(eventPattern: Record<string, unknown> = {}): string {
  const types = eventPattern['detail-type'];
  return Array.isArray(types) ? types.map(String).join(', ') : JSON.stringify(eventPattern);
}

function countInert(inert: Template['inert']): Wiring['inert'] {
  const counts = new Map<string, { type: string; count: number; reason: string }>();
  for (const { type, reason } of inert)
    counts.set(type, { type, reason, count: (counts.get(type)?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => a.type.localeCompare(b.type));
}
