import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { blockSplices, type Entry } from './block-layout.ts';
import { flowSplices } from './flow-layout.ts';
import { matchEntries } from './match-entries.ts';
import { entryText, flowText, pairText, settingText } from './new-text.ts';
import { scalarText } from './scalar-text.ts';
import { indentAt, lineStart, type Splice } from './splice.ts';
import {
  endOf,
  inOrder,
  isEmptyGroup,
  isGroup,
  isSingle,
  likest,
  nodesInFlow,
  startOf,
} from './yaml-nodes.ts';

/** Says what changes in a text when a part of it gets another value. */
export function nodeEditor(document: Document, source: string, eol: string) {
  const asValue = (node: Node | null | undefined): unknown => node?.toJS(document);
  const asLines = (text: string) => text.replaceAll('\n', eol);

  /** What changes when a node gets another value. */
  function edit(node: Node, value: unknown): Splice[] {
    if (isDeepStrictEqual(asValue(node), value)) return [];
    if (isMap(node) && isGroup(value)) return node.flow ? editFlowMap(node, value) : editMap(node, value);
    if (isSeq(node) && Array.isArray(value))
      return node.flow ? editFlowList(node, value) : editList(node, value);
    const [from, to] = [startOf(node), endOf(node, source)];
    if (isSingle(value)) {
      const type = isScalar(node) && node.type ? node.type : undefined;
      const isText =
        typeof value === 'string' && isScalar(node) && typeof node.value === 'string' && node.value !== '';
      const place = {
        inFlow: isInFlow(node),
        indent: indentAt(source, from),
        type: isText ? type : undefined,
      };
      return [{ from, to, text: asLines(scalarText(value, place as Parameters<typeof scalarText>[1])) }];
    }
    return [{ from, to, text: flowText(value) }];
  }

  /** A setting: when its value gets or loses lines of its own, all behind the colon is written anew. */
  function editSetting(key: Node, node: Node | null, value: unknown, indent: number): Splice[] {
    if (isDeepStrictEqual(asValue(node), value)) return [];
    const isKept =
      node !== null &&
      !isEmptyValue(node) &&
      ((isMap(node) && isGroup(value) && !isRefilled(node)) ||
        (isSeq(node) && Array.isArray(value) && !isRefilled(node)) ||
        (isScalar(node) && isSingle(value)));
    if (isKept && !(isCollection(node) && !node.flow && isEmptyGroup(value))) return edit(node, value);
    const colon = source.indexOf(':', key.range?.[1] ?? 0);
    const to = node === null || isEmptyValue(node) ? colon + 1 : endOf(node, source);
    return [{ from: colon + 1, to, text: asLines(settingText(value, { indent })) }];
  }

  function editMap(node: YAMLMap, value: Record<string, unknown>): Splice[] {
    const pairs = node.items as Pair<Node, Node | null>[];
    const names = pairs.map(({ key }) => String(key));
    const indent = columnOf(node);
    const entries = pairs.map(
      ({ key, value: inner }): Entry => ({ from: startOf(key), to: pairEnd(key, inner) }),
    );
    const own = (at: number) => {
      const { key, value: inner } = pairs[at] as Pair<Node, Node | null>;
      return editSetting(key, inner, value[names[at] as string], indent);
    };
    const order = inOrder(names, Object.keys(value));
    const last = pairs.at(-1)?.value ?? undefined;
    const fresh = (name: string) =>
      pairText(name, value[name], {
        indent,
        like: isCollection(last) && last.items.length > 0 ? last : undefined,
      });
    return laidOut(node, { indent, entries, order, own, fresh, isGroups: isMap(last) && !last.flow });
  }

  function editList(node: YAMLSeq, value: readonly unknown[]): Splice[] {
    const items = node.items as Node[];
    const before = items.map(asValue);
    const indent = columnOf(node);
    const entries = items.map((item): Entry => {
      const from = source.lastIndexOf('-', startOf(item) - 1);
      return { from, to: endOf(item, source) };
    });
    const matched = matchEntries(before, value);
    const order = matched.map((was, is) => was ?? ({ fresh: is } as const));
    const own = (at: number) => edit(items[at] as Node, value[matched.indexOf(at)]);
    const fresh = (is: number) => entryText(value[is], { indent, like: likest(items, value[is]) });
    return laidOut(node, { indent, entries, order, own, fresh, isGroups: true });
  }

  function laidOut<Fresh extends string | number>(
    node: Node,
    {
      indent,
      entries,
      order,
      own,
      fresh,
      isGroups,
    }: {
      indent: number;
      entries: Entry[];
      order: readonly (number | { fresh: Fresh })[];
      own: (at: number) => Splice[];
      fresh: (which: Fresh) => string;
      isGroups: boolean;
    },
  ): Splice[] {
    const isSameOrder = order.length === entries.length && order.every((was, is) => was === is);
    if (isSameOrder) return entries.flatMap((_, at) => own(at));
    if (order.length === 0)
      return [{ from: startOf(node), to: endOf(node, source), text: isMap(node) ? '{}' : '[]' }];
    return blockSplices(source, {
      ...{ indent, eol, entries, isGroups, isRoot: node === document.contents },
      order: order.map((one) => (typeof one === 'number' ? one : { text: asLines(fresh(one.fresh)) })),
      own,
    });
  }

  function editFlowMap(node: YAMLMap, value: Record<string, unknown>): Splice[] {
    const pairs = node.items as Pair<Node, Node | null>[];
    const names = pairs.map(({ key }) => String(key));
    const order = inOrder(names, Object.keys(value));
    const fresh = (name: string) => `${flowText(name)}: ${flowText(value[name])}`;
    const entries = pairs.map(
      ({ key, value: inner }): Entry => ({
        from: startOf(key),
        to: inner === null || isEmptyValue(inner) ? (key.range?.[1] ?? 0) : endOf(inner, source),
      }),
    );
    const own = (at: number) => {
      const { key, value: inner } = pairs[at] as Pair<Node, Node | null>;
      const now = value[names[at] as string];
      if (inner !== null && !isEmptyValue(inner)) return edit(inner, now);
      const { to } = entries[at] as Entry;
      return isDeepStrictEqual(asValue(inner), now)
        ? []
        : [{ from: startOf(key), to, text: fresh(names[at] as string) }];
    };
    return flowed(node, entries, order, own, fresh);
  }

  function editFlowList(node: YAMLSeq, value: readonly unknown[]): Splice[] {
    const items = node.items as Node[];
    const matched = matchEntries(items.map(asValue), value);
    const entries = items.map((item): Entry => ({ from: startOf(item), to: endOf(item, source) }));
    const order = matched.map((was, is) => was ?? ({ fresh: is } as const));
    const own = (at: number) => edit(items[at] as Node, value[matched.indexOf(at)]);
    return flowed(node, entries, order, own, (is) => flowText(value[is]));
  }

  function flowed<Fresh extends string | number>(
    node: Node,
    entries: Entry[],
    order: readonly (number | { fresh: Fresh })[],
    own: (at: number) => Splice[],
    fresh: (which: Fresh) => string,
  ): Splice[] {
    const isSameOrder = order.length === entries.length && order.every((was, is) => was === is);
    if (isSameOrder) return entries.flatMap((_, at) => own(at));
    return flowSplices(source, {
      ...{ from: startOf(node), to: endOf(node, source), eol, entries, own },
      order: order.map((one) => (typeof one === 'number' ? one : { text: fresh(one.fresh) })),
    });
  }

  function pairEnd(key: Node, inner: Node | null): number {
    if (inner !== null && !isEmptyValue(inner)) return endOf(inner, source);
    return source.indexOf(':', key.range?.[1] ?? 0) + 1;
  }

  const columnOf = (node: Node) => startOf(node) - lineStart(source, startOf(node));
  const isEmptyValue = (node: Node) => startOf(node) === endOf(node, source);
  const isInFlow = (node: Node) => flowAncestors.has(node);
  const flowAncestors = nodesInFlow(document.contents);
  /** An empty list or group between brackets that gets entries too large for one line. */
  function isRefilled(node: YAMLMap | YAMLSeq): boolean {
    return node.items.length === 0 && !isInFlow(node);
  }
  return { edit };
}
