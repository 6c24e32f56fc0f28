import type { Resource } from './context.ts';

/** One line for each property of a resource that is not in the list: the twin refuses them all at once. */
export function unknownProperties(resource: Resource, known: readonly string[]): string[] {
  return Object.keys(resource.properties ?? {})
    .filter((property) => !known.includes(property))
    .map((property) => `${resource.logicalId} (${resource.type}): the twin does not run ${property}`);
}
