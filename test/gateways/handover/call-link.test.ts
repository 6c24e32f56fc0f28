import { describe, expect, it } from 'vitest';
import { callLink } from '../../../shared/gateways/handover/call-link.ts';

describe('the link that calls a number', () => {
  it.each([
    ['030-1234567', 'tel:+31301234567'],
    ['(030) 123 45 67', 'tel:+31301234567'],
    ['030.123.45.67', 'tel:+31301234567'],
    ['06‑12345678', 'tel:+31612345678'],
    ['٠٦١٢٣٤٥٦٧٨', 'tel:+31612345678'],
    ['+31 (0)6 1234 5678', 'tel:+31612345678'],
    ['0031 30 1234567', 'tel:+31301234567'],
    ['+32 2 123 45 67', 'tel:+3221234567'],
    ['+44 20 7946 0123', 'tel:+442079460123'],
    ['030-1234567 toestel 12', 'tel:+31301234567;ext=12'],
    ['030-1234567 (toestelnr. 12)', 'tel:+31301234567;ext=12'],
    ['030-1234567 intern nr 12', 'tel:+31301234567;ext=12'],
    ['030-1234567, tst. 12', 'tel:+31301234567;ext=12'],
    ['030 1234567 x12', 'tel:+31301234567;ext=12'],
    ['030-1234567 ext. 12', 'tel:+31301234567;ext=12'],
    ['030-1234567 doorkiesnummer: 12', 'tel:+31301234567;ext=12'],
  ])('has the country of the company, and the extension apart: %s', async (phone, link) => {
    expect(await callLink(phone, 'NL')).toBe(link);
  });

  it.each([
    '030-1234567 / 06-12345678',
    '030-1234567 of 06-12345678',
    '0612345678 na 17u',
    '0800-FLOWERS',
    '030-12345678901',
    '12345',
    'call me',
    '',
    '+999 123456',
  ])('is not there for what cannot surely be dialled: %s', async (phone) => {
    expect(await callLink(phone, 'NL')).toBeUndefined();
  });

  it('depends on the country', async () => {
    expect(await callLink('02 123 45 67', 'BE')).toBe('tel:+3221234567');
    expect(await callLink('02 123 45 67', 'NL')).toBeUndefined();
  });
});
