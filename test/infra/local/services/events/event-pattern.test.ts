import { describe, expect, it } from 'vitest';
import { eventPattern } from '../../../../../infra/local/services/events/event-pattern.ts';

const event = {
  source: 'aws.ec2',
  account: '123456789012',
  detail: {
    'c-count': 5,
    'd-count': 3,
    'x-limit': 301.8,
    state: 'running',
    'file-name': 'photo.PNG',
    empty: null,
    ok: true,
    tags: ['red', 'green'],
    lines: [{ sku: 'a' }, { sku: 'b' }],
  },
};

describe('an event pattern', () => {
  it.each([
    ['an exact value', { source: ['aws.ec2'] }],
    ['one of several values', { detail: { state: ['stopped', 'running'] } }],
    ['null', { detail: { empty: [null] } }],
    ['a boolean', { detail: { ok: [true] } }],
    ['a prefix', { source: [{ prefix: 'aws.' }] }],
    ['anything but a value', { detail: { state: [{ 'anything-but': 'stopped' }] } }],
    ['anything but some values', { detail: { state: [{ 'anything-but': ['stopped', 'overloaded'] }] } }],
    ['anything but some numbers', { detail: { 'x-limit': [{ 'anything-but': [100, 200] }] } }],
    ['a field that exists', { detail: { state: [{ exists: true }] } }],
    ['a field that does not exist', { detail: { missing: [{ exists: false }] } }],
    ['a field in an object that does not exist', { none: { missing: [{ exists: false }] } }],
    ['a member of a list', { detail: { tags: ['green'] } }],
    ['a member of a list of objects', { detail: { lines: { sku: ['b'] } } }],
    ['one of two fields', { detail: { $or: [{ state: ['stopped'] }, { ok: [true] }], 'd-count': [3] } }],
  ])('matches %s', (_, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(true);
  });

  it.each([
    ['another value', { source: ['aws.s3'] }],
    ['a value of another type', { account: [123456789012] }],
    ['one field of two', { source: ['aws.ec2'], detail: { state: ['stopped'] } }],
    ['anything but the value', { detail: { state: [{ 'anything-but': ['running'] }] } }],
    ['anything but, of a field that is missing', { detail: { missing: [{ 'anything-but': 'x' }] } }],
    ['a field that is not there', { detail: { missing: ['x'] } }],
    ['neither of two fields', { $or: [{ source: ['aws.s3'] }, { detail: { ok: [false] } }] }],
    ['one of two fields, and not a third', { $or: [{ source: ['aws.ec2'] }, { x: ['y'] }], account: ['1'] }],
    ['an object as if it were a value', { detail: [{ exists: true }] }],
  ])('does not match %s', (_, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(false);
  });

  it.each([
    { suffix: '.PNG' },
    { numeric: ['=', 3] },
    { wildcard: 'ph*' },
    { 'equals-ignore-case': 'AWS.EC2' },
    { prefix: { 'equals-ignore-case': 'AWS.' } },
    { 'anything-but': { prefix: 'aws.' } },
  ])('is refused by name when it uses %j', (operator) => {
    expect(() => eventPattern({ source: [operator] })).toThrow(JSON.stringify(operator));
  });

  it('is refused when its alternatives are none', () => {
    expect(() => eventPattern({ $or: [{ source: ['a'] }] })).toThrow('$or');
    expect(() => eventPattern({ $or: { source: ['a'] } })).toThrow('$or');
  });

  it('is refused when nothing could match it', () => {
    expect(() => eventPattern({ source: [] })).toThrow('source');
  });
});
