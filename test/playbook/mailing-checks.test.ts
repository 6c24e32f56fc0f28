import { describe, expect, it } from 'vitest';
import { playbookFolder } from './folder.ts';

const { saysAfter } = playbookFolder();

describe('rules of mailing that cannot be kept', () => {
  it.each([
    [
      'a time zone that does not exist',
      'Europe/Amsterdam',
      'Europe/Amsterdm',
      /timeZone: there is no time zone "Europe\/Amsterdm"; did you mean "Europe\/Amsterdam"\?$/,
    ],
    [
      'hours that end before they begin',
      'to: 17:00',
      'to: 09:00',
      /hours\.to: 09:00 is not after 09:00, so no mail could go out; make it later/,
    ],
    ['a time that is none', 'to: 17:00', 'to: 25:00', /"25:00" is not right; a time of day is HH:MM/],
    [
      'an issue on a free day',
      'days: [mon, tue, ',
      'days: [mon, ',
      /newsletter\.yaml:\d+:\d+ \[0\]\.on: 2027-01-12 is a tue, on which no mail goes out/,
    ],
    [
      'a newsletter nobody can leave',
      '  newsletter: {',
      '  news: {',
      /people could not leave the newsletter/,
    ],
  ])('are reported: %s', (_, before, after, words) => {
    expect(saysAfter('mailing.yaml', before, after)).toContainEqual(expect.stringMatching(words));
  });

  it('are reported where two issues have one mail', () => {
    expect(saysAfter('newsletter.yaml', 'newsletter-one-field', 'newsletter-backwards')).toContainEqual(
      expect.stringMatching(
        /\[1\]\.mail: "newsletter-backwards" is sent by an issue above; write a mail for each/,
      ),
    );
  });
});
