/** An attribute in DynamoDB's JSON, such as `{ S: 'text' }`. */
// biome-ignore lint/suspicious/noExplicitAny: a union over ten types that is only ever read by its one key
export type Attribute = Record<string, any>;
export type Item = Record<string, Attribute>;

/**
 * Size of an item in bytes.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemSize(item: Item | undefined): number {
  if (!item) return 0;
  return sum(Object.entries(item), ([name, value]) => Buffer.byteLength(name) + attributeSize(value));
}

function attributeSize(attribute: Attribute): number {
  const [type, value] = Object.entries(attribute)[0] ?? ['NULL', true];
  switch (type) {
    case 'S':
      return Buffer.byteLength(value);
    case 'N':
      return numberSize(value);
    case 'B':
      return Buffer.from(value, 'base64').length;
    case 'SS':
    case 'NS':
    case 'BS':
      return sum(value as string[], (member) => attributeSize({ [type.charAt(0)]: member }));
    case 'L':
      return 3 + sum(value as Attribute[], (member) => 1 + attributeSize(member));
    case 'M':
      return 3 + Object.keys(value).length + itemSize(value);
    default:
      return 1;
  }
}

/** One byte for two significant digits, one for the exponent and one for a minus sign. */
function numberSize(value: string): number {
  const [mantissa = ''] = value.toLowerCase().split('e');
  const digits = mantissa.replace(/[^0-9]/g, '').replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '').length;
  return Math.ceil(significant / 2) + 1 + (mantissa.startsWith('-') ? 1 : 0);
}

function sum<T>(values: T[], size: (value: T) => number): number {
  return values.reduce((total, value) => total + size(value), 0);
}
