import { describe, expect, it } from 'vitest';
import { playbookFolder } from './folder.ts';

const { saysOf, saysAfter, saysWithout } = playbookFolder();

describe('a mail with a mistake', () => {
  const TIP = 'mails/tip-1.en.md';

  it.each([
    [
      'a link that is no URL',
      '{{ website }}/guides/readiness',
      'www.example.com',
      '23:31 "www.example.com" is no URL; write it in full',
    ],
    [
      'a path for a link',
      '{{ website }}/guides/readiness',
      '/guides/readiness',
      '23:31 "/guides/readiness" is no URL; write {{ website }}/guides/readiness',
    ],
    [
      'a link without a host',
      '{{ website }}/guides/readiness',
      'https://guides',
      '23:31 "https://guides" is no URL',
    ],
    ['a link to a script', '{{ website }}/guides/readiness', 'javascript:alert(1)', 'is no URL'],
    [
      'an unknown variable',
      '{{ firstName |',
      '{{ fristName |',
      '9:7 there is no variable "fristName"; did you mean "firstName"?',
    ],
    [
      'a name without a fallback',
      '{{ firstName | default: "there" }}',
      '{{ firstName }}',
      '9:4 firstName is not known of everybody; say what to write instead',
    ],
    ['an unknown filter', 'default: "there"', 'defalt: "there"', 'it can be default'],
    ['HTML', 'Next week:', 'Next<br>week:', '25:5 people would see "<br>", for mails hold no HTML'],
    [
      'a filter that trusts strangers',
      'default: "there"',
      'default: "there" | raw',
      'raw would let strangers write in your mail',
    ],
    ['Liquid that is not closed', 'Next week:', '{{ firstName', '25:1 output "{{ firstName'],
    [
      'a tag there is not',
      'Next week:',
      '{% iff firstName %}',
      '25:1 tag "iff" not found; did you mean "if"?',
    ],
    [
      'a picture without words',
      'Next week:',
      '![](https://example.com/a.png)',
      '25:5 this picture says nothing to who cannot see it',
    ],
    ['a picture from nowhere', 'Next week:', '![A dog](dog.png)', '25:10 "dog.png" is no URL of a picture'],
    [
      'a subject phones cut off',
      'The question sales likes to be asked',
      'The question that everybody in sales would like to hear',
      '2:10 subject: 55 characters are more than a phone shows; make it 50 at most',
    ],
    ['no preheader', /preheader: .*\n/, '', '1:1 preheader: is missing; it has to be a text'],
    [
      'a preheader that says nothing',
      /preheader: .*/,
      'preheader: Hi',
      '3:12 preheader: 2 characters do not fit behind the subject; make it 30 to 110',
    ],
    ['no reason', /reason: .*\n/, '', 'reason: is missing'],
    [
      'a setting there is not',
      'preheader:',
      'preheeder:',
      'there is no such setting; did you mean "preheader"?',
    ],
    ['no settings at all', /^---\n/, '', '1:1 the settings of this mail are missing; begin with ---'],
  ])('is reported with its place: %s', (_, before, after, words) => {
    expect(saysAfter(TIP, before, after).join('\n')).toContain(words);
  });

  it('is reported when a translation is missing', () => {
    expect(saysWithout(TIP)).toEqual([
      'mails/tip-1.nl.md:1:1 this mail is there in Dutch only; write mails/tip-1.en.md too',
    ]);
  });

  it('is reported when no mail can have its name', () => {
    expect(saysOf('mails/Tip.md', 'Hello')).toEqual([
      expect.stringMatching(
        /^mails\/Tip\.md:1:1 no mail can have this name; call it by a name in small letters/,
      ),
    ]);
  });

  it('may ask to confirm only where there is something to confirm', () => {
    expect(saysAfter(TIP, 'Next week:', '[Confirm]({{ confirmUrl }})').join()).toContain(
      '25:11 confirmUrl is not known of everybody; put {% if confirmUrl %} above',
    );
  });

  it('may have a name without a fallback where it asked for it', () => {
    expect(saysAfter(TIP, 'Next week:', '{% if company %}At {{ company }}:{% endif %}')).toEqual([]);
  });
});
