import { describe, expect, it } from 'vitest';
import { type Attribute, itemSize } from '../../../../../infra/local/services/dynamodb/item-size.ts';

describe('the size of an item', () => {
  it.each<[string, Attribute, number]>([
    ['a text, by its bytes', { S: 'é€' }, 5],
    ['a short number', { N: '7' }, 2],
    ['a long number', { N: '123456' }, 4],
    ['a negative number', { N: '-12' }, 3],
    ['zeros around a number', { N: '00100' }, 2],
    ['a fraction', { N: '0.05' }, 2],
    ['bytes', { B: Buffer.from('abc').toString('base64') }, 3],
    ['nothing', { NULL: true }, 1],
    ['a truth', { BOOL: false }, 1],
    ['a set', { SS: ['ab', 'c'] }, 3],
    ['a list, with 3 bytes around it and 1 for each member', { L: [{ S: 'a' }, { BOOL: true }] }, 7],
    ['a map, with 3 bytes around it and 1 for each member', { M: { ab: { S: 'c' } } }, 7],
  ])('counts the name and %s', (_, attribute, size) => {
    expect(itemSize({ n: attribute })).toBe(1 + size);
  });

  it('is 0 for no item', () => {
    expect(itemSize(undefined)).toBe(0);
  });
});
