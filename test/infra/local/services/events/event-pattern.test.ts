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
    ['a prefix in any case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }],
    ['a suffix', { detail: { 'file-name': [{ suffix: '.PNG' }] } }],
    ['a suffix in any case', { detail: { 'file-name': [{ suffix: { 'equals-ignore-case': '.png' } }] } }],
    ['a value in any case', { detail: { state: [{ 'equals-ignore-case': 'RUNNING' }] } }],
    ['anything but a value', { detail: { state: [{ 'anything-but': 'stopped' }] } }],
    ['anything but some values', { detail: { state: [{ 'anything-but': ['stopped', 'overloaded'] }] } }],
    ['anything but some numbers', { detail: { 'x-limit': [{ 'anything-but': [100, 200] }] } }],
    ['anything but a prefix', { detail: { state: [{ 'anything-but': { prefix: 'init' } }] } }],
    ['anything but prefixes', { detail: { state: [{ 'anything-but': { prefix: ['init', 'error'] } }] } }],
    ['a number in a range', { detail: { 'x-limit': [{ numeric: ['>', 300, '<=', 400] }] } }],
    ['an equal number', { detail: { 'd-count': [{ numeric: ['=', 3] }] } }],
    ['a field that exists', { detail: { state: [{ exists: true }] } }],
    ['a field that does not exist', { detail: { missing: [{ exists: false }] } }],
    ['a field in an object that does not exist', { none: { missing: [{ exists: false }] } }],
    ['a wildcard', { detail: { 'file-name': [{ wildcard: 'ph*.P*' }] } }],
    ['a member of a list', { detail: { tags: ['green'] } }],
    ['a member of a list of objects', { detail: { lines: { sku: ['b'] } } }],
    [
      'an alternative',
      { detail: { $or: [{ state: ['stopped'] }, { 'd-count': [{ numeric: ['<', 10] }] }] } },
    ],
  ])('matches %s', (_, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(true);
  });

  it.each([
    ['another value', { source: ['aws.s3'] }],
    ['a value of another type', { account: [123456789012] }],
    ['one field of two', { source: ['aws.ec2'], detail: { state: ['stopped'] } }],
    ['anything but the value', { detail: { state: [{ 'anything-but': ['running'] }] } }],
    ['anything but its prefix', { detail: { state: [{ 'anything-but': { prefix: 'run' } }] } }],
    ['anything but, of a field that is missing', { detail: { missing: [{ 'anything-but': 'x' }] } }],
    ['a number outside the range', { detail: { 'c-count': [{ numeric: ['>', 5] }] } }],
    ['a number written as text', { account: [{ numeric: ['>', 0] }] }],
    ['a field that is not there', { detail: { missing: ['x'] } }],
    ['an object as if it were a value', { detail: [{ exists: true }] }],
    ['no alternative', { $or: [{ source: ['a'] }, { source: ['b'] }] }],
    ['a dot as any character', { source: [{ wildcard: 'aws?ec*' }] }],
  ])('does not match %s', (_, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(false);
  });

  it('matches a literal star after a backslash', () => {
    const matches = eventPattern({ path: [{ wildcard: 'a\\*b\\\\*' }] });
    expect(matches({ path: 'a*b\\c' })).toBe(true);
    expect(matches({ path: 'axb\\c' })).toBe(false);
  });

  it.each(['cidr', 'regex'])('is refused by name when it uses %s', (operator) => {
    expect(() => eventPattern({ source: [{ [operator]: '10.0.0.0/24' }] })).toThrow(operator);
  });

  it('is refused when nothing could match it', () => {
    expect(() => eventPattern({ source: [] })).toThrow('source');
  });
});
