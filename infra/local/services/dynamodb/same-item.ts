import type { Attribute, Item } from './item-size.ts';

/** Whether two images are equal to DynamoDB: sets have no order. */
export function isSameItem(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isSameAttribute(a[name], b[name]));
}

function isSameAttribute(a: Attribute | undefined, b: Attribute | undefined): boolean {
  if (!a || !b) return a === b;
  const [type = ''] = Object.keys(a);
  if (!(type in b)) return false;
  const [left, right] = [a[type], b[type]];
  switch (type) {
    case 'M':
      return isSameItem(left, right);
    case 'L':
      return (
        left.length === right.length &&
        left.every((member: Attribute, index: number) => isSameAttribute(member, right[index]))
      );
    case 'SS':
    case 'NS':
    case 'BS':
      return left.length === right.length && left.every((member: string) => right.includes(member));
    default:
      return left === right;
  }
}
