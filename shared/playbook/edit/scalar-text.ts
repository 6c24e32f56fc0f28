import { Document, isSeq, Scalar } from 'yaml';

/** Lines of the playbook's files are at most this long. */
const LINE_WIDTH = 110;

interface Place {
  /** Inside braces or brackets, where commas end a text. */
  inFlow: boolean;
  /** How far the line it stands on is indented. */
  indent: number;
  /** How it was written before: plain, in quotes, or folded over several lines. */
  type?: Scalar.Type | undefined;
}

/** A text, number or other single value as it stands in YAML behind its name; later lines are indented further. */
export function scalarText(value: unknown, { inFlow, indent, type }: Place): string {
  const scalar = new Scalar(value);
  const isText = typeof value === 'string';
  if (inFlow) {
    if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) scalar.type = type;
    return stringified([scalar], { lineWidth: 0, flowCollectionPadding: false }).slice(1, -1);
  }
  const isLong = isText && !value.includes('\n') && indent + value.length > LINE_WIDTH - 20;
  if (isText && type !== undefined) scalar.type = type;
  else if (isLong) scalar.type = Scalar.BLOCK_FOLDED;
  const isBlock = scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL;
  if (isBlock && !isLong && isText && !value.includes('\n')) delete scalar.type;
  const lineWidth = scalar.type === Scalar.BLOCK_FOLDED ? Math.max(LINE_WIDTH - indent, 40) : 0;
  const [first = '', ...lines] = stringified({ x: scalar }, { lineWidth }).slice('x:'.length).split('\n');
  return [first.replace(/^ /, ''), ...lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))]
    .join('\n')
    .replace(/^\n/, '');
}

function stringified(value: unknown, options: { lineWidth: number; flowCollectionPadding?: boolean }) {
  const document = new Document(value);
  if (isSeq(document.contents)) document.contents.flow = true;
  return document.toString({ minContentWidth: 0, ...options }).replace(/\n$/, '');
}
