import { isCustomResource } from './resource.ts';
import { compute } from './supported-compute.ts';
import { services } from './supported-services.ts';

/** Thrown when the template holds something the twin would silently get wrong; lists every problem. */
export class TemplateRefused extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The twin cannot run this template:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n` +
        'Add support in infra/local/template/supported-compute.ts or supported-services.ts, or give the reason for leaving it alone in inert-types.ts.',
    );
    this.name = 'TemplateRefused';
    this.problems = problems;
  }
}

/** What the twin does not run of a resource, by name; empty when it runs all of it. */
export function refusalsOf(logicalId: string, type: string, properties: Record<string, unknown>): string[] {
  if (isCustomResource(type)) return [];
  const supported = { ...compute, ...services }[type];
  if (!supported) return [`${logicalId}: resource type ${type}`];
  const known = new Set([...supported.runs, ...(supported.leaves ?? [])]);
  const refused = Object.keys(properties).filter((name) => !known.has(name));
  for (const [path, members] of Object.entries(supported.nested ?? {}))
    refused.push(...nestedRefusals(path, members, properties));
  return refused.map((name) => `${logicalId}: property ${name} of ${type}`);
}

function nestedRefusals(
  path: string,
  members: readonly string[],
  properties: Record<string, unknown>,
): string[] {
  const isList = path.endsWith('[]');
  const name = isList ? path.slice(0, -2) : path;
  const value = properties[name];
  if (value === undefined) return [];
  const objects = (isList ? value : [value]) as Record<string, unknown>[];
  return objects.flatMap((object) =>
    Object.keys(object)
      .filter((member) => !members.includes(member))
      .map((member) => `${path}.${member}`),
  );
}
