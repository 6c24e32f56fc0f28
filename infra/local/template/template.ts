import type { Ports } from '../ports.ts';
import { ACCOUNT, type Address, addressOf, nameProperty, REGION, URL_SUFFIX } from './addresses.ts';
import { inertTypes } from './inert-types.ts';
import { NO_VALUE, resolve, type Scope, Unresolved } from './intrinsics.ts';
import { refusalsOf, TemplateRefused } from './refusals.ts';
import type { Resource } from './resource.ts';
import { isCustomResource } from './resource.ts';

/** A synthesized template file. */
export interface TemplateFile {
  Resources?: Record<string, RawResource>;
  Parameters?: Record<string, { Default?: unknown }>;
  Conditions?: Record<string, unknown>;
}

interface RawResource {
  Type: string;
  Condition?: string;
  Properties?: Record<string, unknown>;
}

/** The template of a stack, with addresses of the twin as values. */
export interface Template {
  stackName: string;
  resources: readonly Resource[];
  /** Accepted but not run, with the reason. */
  inert: readonly { logicalId: string; type: string; reason: string }[];
  ofType(...types: string[]): Resource[];
  byId(logicalId: string): Resource | undefined;
}

/**
 * Reads a template for a twin on these ports.
 * `{{resolve:secretsmanager:…}}` stays: a secret has no value before the services run.
 * @throws TemplateRefused that lists every resource, property and reference the twin does not run.
 */
export function readTemplate(file: TemplateFile, stackName: string, ports: Ports): Template {
  const scope = new TemplateScope(file, stackName, ports);
  const problems: string[] = [];
  const resources: Resource[] = [];
  for (const [logicalId, raw] of Object.entries(file.Resources ?? {})) {
    if (raw.Condition && !scope.condition(raw.Condition)) continue;
    problems.push(...refusalsOf(logicalId, raw.Type, raw.Properties ?? {}));
    if (raw.Type in inertTypes) continue;
    try {
      const properties = resolve(raw.Properties ?? {}, scope);
      resources.push({ logicalId, type: raw.Type, properties, ...scope.address(logicalId) });
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error;
      problems.push(`${logicalId}: ${error.message}`);
    }
  }
  if (problems.length > 0) throw new TemplateRefused(problems);
  const byId = new Map(resources.map((resource) => [resource.logicalId, resource]));
  return {
    stackName,
    resources,
    inert: Object.entries(file.Resources ?? {}).flatMap(([logicalId, { Type }]) =>
      Type in inertTypes ? [{ logicalId, type: Type, reason: inertTypes[Type] as string }] : [],
    ),
    ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
    byId: (logicalId) => byId.get(logicalId),
  };
}

class TemplateScope implements Scope {
  readonly #file: TemplateFile;
  readonly #stackName: string;
  readonly #ports: Ports;
  readonly #pseudoParameters: Record<string, unknown>;
  readonly #addresses = new Map<string, Address>();

  constructor(file: TemplateFile, stackName: string, ports: Ports) {
    this.#file = file;
    this.#stackName = stackName;
    this.#ports = ports;
    this.#pseudoParameters = {
      'AWS::AccountId': ACCOUNT,
      'AWS::Region': REGION,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': URL_SUFFIX,
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/twin`,
      'AWS::NotificationARNs': [],
      'AWS::NoValue': NO_VALUE,
    };
  }

  ref(name: string): unknown {
    if (name in this.#pseudoParameters) return this.#pseudoParameters[name];
    const parameter = this.#file.Parameters?.[name];
    if (parameter) {
      if (parameter.Default !== undefined) return parameter.Default;
      throw new Unresolved(`parameter ${name} has no default`);
    }
    return this.address(name).ref;
  }

  attribute(logicalId: string, name: string): unknown {
    const type = this.#file.Resources?.[logicalId]?.Type ?? '';
    const value = this.address(logicalId).attributes[name];
    if (value !== undefined) return value;
    if (type in inertTypes) return `${logicalId}.${name}`;
    const why = isCustomResource(type) ? 'the response of a custom resource' : `attribute of ${type}`;
    throw new Unresolved(`${logicalId}.${name}, ${why}`);
  }

  condition(name: string): boolean {
    const condition = this.#file.Conditions?.[name];
    if (condition === undefined) throw new Unresolved(`condition ${name} does not exist`);
    return Boolean(resolve(condition, this));
  }

  address(logicalId: string): Address {
    const known = this.#addresses.get(logicalId);
    if (known) return known;
    const raw = this.#file.Resources?.[logicalId];
    if (!raw) throw new Unresolved(`${logicalId} does not exist in the template`);
    const given = this.#property(raw, nameProperty(raw.Type));
    const bus = raw.Type === 'AWS::Events::Rule' ? this.#property(raw, 'EventBusName') : undefined;
    const name = given ?? `${this.#stackName}-${logicalId}`;
    const made = addressOf(
      { logicalId, type: raw.Type, name, ...(bus !== undefined && { bus }) },
      this.#ports,
    );
    this.#addresses.set(logicalId, made);
    return made;
  }

  #property(raw: RawResource, name: string): string | undefined {
    const value = raw.Properties?.[name];
    return value === undefined ? undefined : String(resolve(value, this));
  }
}
