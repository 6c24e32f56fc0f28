import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { blockText, flowText } from './new-text.ts';
import { nodeEditor } from './node-editor.ts';
import { spliced } from './splice.ts';
import { endOf, startOf } from './yaml-nodes.ts';

/** The value of a file; undefined when it cannot be read, or not with certainty. */
export function readYaml(text: string): { value: unknown } | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  try {
    return { value: document.toJS() };
  } catch {
    return undefined;
  }
}

/**
 * The text of a YAML file with another value: only what differs is written anew, so comments, order, layout and quotes of
 * all the rest stay.
 * @throws RangeError when the text cannot be read
 */
export function editYaml(text: string, value: unknown): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (readYaml(text) === undefined) throw new RangeError('This text cannot be read');
  if (isDeepStrictEqual(document.toJS(), value)) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edited = editedBy(document, text, value, eol);
  return isDeepStrictEqual(readYaml(edited)?.value, value) ? edited : writtenAnew(text, value, eol);
}

/** What keeps least, for what has no layout of its own: comments stay where the value is as it was. */
function writtenAnew(text: string, value: unknown, eol: string): string {
  const document = parseDocument(text.replaceAll('\r\n', '\n'));
  const { contents } = document;
  const rest = document.createNode(value) as Node | null;
  if (isMap(contents) && isMap(rest)) {
    for (const pair of rest.items as Pair<Node, Node>[]) {
      const before = contents.get(pair.key, true) as Node | undefined;
      const isSame =
        before !== undefined && isDeepStrictEqual(before.toJS(document), pair.value?.toJS(document));
      if (!isSame) contents.set(pair.key as ParsedNode, pair.value as ParsedNode);
    }
    contents.items = contents.items.filter(({ key }) => rest.has(key));
  } else document.contents = rest as ParsedNode | null;
  return document.toString({ lineWidth: 110 }).replaceAll('\n', eol);
}

function editedBy(document: Document, source: string, value: unknown, eol: string): string {
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  const isFilled = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  const whole = () => (isFilled ? blockText(value, { indent: 0 }) : flowText(value)).replaceAll('\n', eol);
  if (isEmpty) return (source === '' || source.endsWith('\n') ? source : source + eol) + whole() + eol;
  if (isCollection(contents) && contents.items.length === 0)
    return spliced(source, 0, source.length, [
      { from: startOf(contents), to: endOf(contents, source), text: whole() },
    ]);
  return spliced(source, 0, source.length, nodeEditor(document, source, eol).edit(contents, value));
}
