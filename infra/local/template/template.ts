import type { Ports } from '../ports.ts';
import { ACCOUNT, type Address, addressOf, nameProperty, REGION } from './addresses.ts';
import { inertTypes } from './inert-types.ts';
import { resolve, type Scope, Unresolved } from './intrinsics.ts';
import { refusalsOf, TemplateRefused } from './refusals.ts';
import type { Resource } from './resource.ts';
import { isCustomResource } from './resource.ts';

/** A synthesized template file. */
export interface TemplateFile {
  Resources?: Record<string, RawResource>;
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
  ofType(type: string): Resource[];
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
    if (raw.Type in inertTypes) continue;
    if (raw.Condition) problems.push(`${logicalId}: Condition ${raw.Condition}`);
    problems.push(...refusalsOf(logicalId, raw.Type, raw.Properties ?? {}));
    try {
      const properties = resolve(raw.Properties ?? {}, scope);
      resources.push({ logicalId, type: raw.Type, properties, ...scope.address(logicalId) });
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error;
      problems.push(`${logicalId}: ${error.message}`);
    }
  }
  if (problems.length > 0) throw new TemplateRefused(problems);
  return {
    stackName,
    resources,
    inert: Object.entries(file.Resources ?? {}).flatMap(([logicalId, { Type }]) =>
      Type in inertTypes ? [{ logicalId, type: Type, reason: inertTypes[Type] as string }] : [],
    ),
    ofType: (wanted) => resources.filter(({ type }) => type === wanted),
  };
}

const pseudoParameters: Record<string, string> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
};

class TemplateScope implements Scope {
  readonly #file: TemplateFile;
  readonly #stackName: string;
  readonly #ports: Ports;

  constructor(file: TemplateFile, stackName: string, ports: Ports) {
    this.#file = file;
    this.#stackName = stackName;
    this.#ports = ports;
  }

  ref(name: string): string {
    return pseudoParameters[name] ?? this.address(name).ref;
  }

  attribute(logicalId: string, name: string): unknown {
    const type = this.#file.Resources?.[logicalId]?.Type ?? '';
    const value = this.address(logicalId).attributes[name];
    if (value !== undefined) return value;
    if (type in inertTypes) return `${logicalId}.${name}`;
    const why = isCustomResource(type) ? 'the response of a custom resource' : `attribute of ${type}`;
    throw new Unresolved(`${logicalId}.${name}, ${why}`);
  }

  address(logicalId: string): Address {
    const raw = this.#file.Resources?.[logicalId];
    if (!raw) throw new Unresolved(`${logicalId} does not exist in the template`);
    const given = raw.Properties?.[nameProperty(raw.Type)];
    const name = given === undefined ? `${this.#stackName}-${logicalId}` : String(resolve(given, this));
    return addressOf({ type: raw.Type, name }, this.#ports);
  }
}
