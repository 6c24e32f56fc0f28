import { isCollection, isMap, isScalar, type Node, type Pair, Scalar } from 'yaml';

/** The names of a group: those it had in their order, each new one behind the one it follows. */
export function inOrder(before: readonly string[], now: readonly string[]): (number | { fresh: string })[] {
  const order: (number | { fresh: string })[] = [...before.keys()].filter((at) =>
    now.includes(before[at] as string),
  );
  for (const [at, name] of now.entries()) {
    if (before.includes(name)) continue;
    const follows = now.slice(0, at).findLast(() => true);
    const place = order.findIndex((one) => (typeof one === 'number' ? before[one] : one.fresh) === follows);
    order.splice(place < 0 ? order.length : place + 1, 0, { fresh: name });
  }
  return order;
}

/** The entry of a list that is most like a new one: the last with the same settings. */
export function likest(items: readonly Node[], value: unknown): Node | undefined {
  if (!isGroup(value)) return items.at(-1);
  const names = Object.keys(value);
  const common = (node: Node) => (isMap(node) ? names.filter((name) => node.has(name)).length : -1);
  return items.reduce<Node | undefined>(
    (best, item) => (best === undefined || common(item) >= common(best) ? item : best),
    undefined,
  );
}

/** Everything between braces or brackets. */
export function nodesInFlow(node: unknown, isIn = false, found = new Set<unknown>()): Set<unknown> {
  if (isIn) found.add(node);
  if (isCollection(node)) {
    const isFlow = isIn || node.flow === true;
    for (const item of node.items as unknown[]) {
      const { key, value } = item as Partial<Pair>;
      if (isMap(node)) for (const part of [key, value]) nodesInFlow(part, isFlow, found);
      else nodesInFlow(item, isFlow, found);
    }
  }
  return found;
}

/** Where a value begins. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Where a value ends; the lines behind a folded text are none of it. */
export function endOf(node: Node, source: string): number {
  const [from, to] = node.range ?? [0, 0];
  const slice = source.slice(from, to);
  return (
    from + (isBlockText(node) || (isCollection(node) && !node.flow) ? slice.trimEnd().length : slice.length)
  );
}

function isBlockText(node: Node): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}

/** Whether it has settings by name. */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is one text, number or the like. */
export function isSingle(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Whether it is a list or group without entries. */
export function isEmptyGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
