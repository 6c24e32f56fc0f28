import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { mistakesAfter } = playbookFolder();

describe('mailing rules that cannot work', () => {
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
      /hours\.to: 09:00 is not after 09:00, so no mail could be sent; make it later/,
    ],
    ['an invalid time', 'to: 17:00', 'to: 25:00', /"25:00" is not right; a time of day is HH:MM/],
    [
      'an issue on a free day',
      'days: [mon, tue, ',
      'days: [mon, ',
      /newsletter\.yaml:\d+:\d+ \[0\]\.on: 2027-01-12 is a tue, when no mail is sent/,
    ],
    [
      'a newsletter without a subject to unsubscribe from',
      '  newsletter: {',
      '  news: {',
      /people could not unsubscribe from the newsletter/,
    ],
  ])('are reported: %s', (_, before, after, words) => {
    expect(mistakesAfter('mailing.yaml', before, after)).toContainEqual(expect.stringMatching(words));
  });

  it('are reported where two issues have one mail', () => {
    expect(mistakesAfter('newsletter.yaml', 'newsletter-one-field', 'newsletter-backwards')).toContainEqual(
      expect.stringMatching(
        /\[1\]\.mail: "newsletter-backwards" is sent by an issue above; write a mail for each/,
      ),
    );
  });
});
