import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { mistakesWith, mistakesAfter, mistakesWithout } = playbookFolder();

describe('a mail with a mistake', () => {
  const TIP = 'mails/tip-1.en.md';

  it.each([
    [
      'a link that is not a URL',
      '{{ website }}/guides/readiness',
      'www.example.com',
      '23:31 "www.example.com" is not a URL; write it in full',
    ],
    [
      'a path instead of a link',
      '{{ website }}/guides/readiness',
      '/guides/readiness',
      '23:31 "/guides/readiness" is not a URL; write {{ website }}/guides/readiness',
    ],
    [
      'a link without a host',
      '{{ website }}/guides/readiness',
      'https://guides',
      '23:31 "https://guides" is not a URL',
    ],
    ['a link to a script', '{{ website }}/guides/readiness', 'javascript:alert(1)', 'is not a URL'],
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
      '9:4 firstName is not known for everybody; add a fallback',
    ],
    [
      'an unknown filter',
      'default: "there"',
      'defalt: "there"',
      'there is no "defalt"; did you mean "default"?',
    ],
    ['HTML', 'Next week:', 'Next<br>week:', '25:5 "<br>" would be shown as text: mails cannot contain HTML'],
    [
      'the filter raw',
      'default: "there"',
      'default: "there" | raw',
      'raw would let strangers put HTML in your mail',
    ],
    [
      'Liquid that is not closed',
      'Next week:',
      '{{ firstName',
      '25:1 this {{ has no end; write }} behind it',
    ],
    [
      'a stray end',
      'Next week:',
      '{% endif %}',
      '25:1 this {% endif %} belongs to nothing above it; leave it out',
    ],
    [
      'a condition without an end',
      'Next week:',
      '{% if firstName %}',
      '25:1 this {% if … %} has no end; put {% endif %} where it ends',
    ],
    [
      'a condition that cannot be read',
      'Next week:',
      '{% if firstName = "x" %}a{% endif %}',
      'this condition cannot be read',
    ],
    [
      'a value that cannot be read',
      'Next week:',
      '{{ firstName || default: "x" }}',
      'this value cannot be read; write it like',
    ],
    [
      'a file that it would include',
      'Next week:',
      '{% include "x" %}',
      '25:1 there is no {% include %} in mails',
    ],
    [
      'a misspelt filter',
      'Next week:',
      '{{ firstName | defualt: "x" }}',
      '25:1 there is no "defualt"; did you mean "default"?',
    ],
    [
      'an unknown tag',
      'Next week:',
      '{% iff firstName %}',
      '25:1 there is no {% iff %} in mails; did you mean "if"?',
    ],
    [
      'a fallback without quotes',
      'default: "there"',
      'default: there',
      '9:28 "there" has no quotes around it; write "there"',
    ],
    [
      'a link with a space in the middle',
      '?]({{',
      '?] ({{',
      '23:29 this link would be shown as text; write it as [the words](the address)',
    ],
    ['a link without an end', '/readiness)', '/readiness', '23:29 this link would be shown as text'],
    [
      'a link without a slash',
      '}}/guides',
      '}}guides',
      '23:31 there is no / behind {{ website }} in "{{ website }}guides/readiness"; write {{ website }}/guides/readiness',
    ],
    ['bold words without an end', 'were good**', 'were good', '13:35 these asterisks would be shown as text'],
    [
      'a picture without a description',
      'Next week:',
      '![](https://example.com/a.png)',
      '25:5 this picture has no description',
    ],
    [
      'a picture that is nowhere',
      'Next week:',
      '![A dog](dog.png)',
      '25:10 there is no picture "dog.png"; add it to the folder pictures',
    ],
    [
      'a subject too long for phones',
      'The question sales likes to be asked',
      'The question that everybody in sales would like to hear',
      '2:10 subject: 55 characters are more than a phone shows; make it at most 50',
    ],
    ['no preheader', /preheader: .*\n/, '', '1:1 preheader: is missing; it has to be a text'],
    [
      'a preheader that is too short',
      /preheader: .*/,
      'preheader: Hi',
      '3:12 preheader: 2 characters do not fit behind the subject; make it 30 to 110',
    ],
    ['no reason', /reason: .*\n/, '', 'reason: is missing'],
    ['an unknown setting', 'preheader:', 'preheeder:', 'there is no such setting; did you mean "preheader"?'],
    ['no settings at all', /^---\n/, '', '1:1 the settings of this mail are missing; begin with ---'],
  ])('is reported with its place: %s', (_, before, after, words) => {
    expect(mistakesAfter(TIP, before, after).join('\n')).toContain(words);
  });

  it.each(['{ firstName }', '*|FIRST_NAME|*', '[[firstname]]', '%%firstName%%'])(
    'is reported when a name stands as other programs write it: %s',
    (foreign) => {
      expect(mistakesAfter(TIP, '{{ firstName | default: "there" }}', foreign)).toEqual([
        `${TIP}:9:4 "${foreign}" would be shown as it is; write it like {{ firstName | default: "…" }}`,
      ]);
    },
  );

  it.each([
    ['{% endif %} {{ fristName }} {% else %}', ['{% endif %} belongs', '"fristName"', '{% else %} belongs']],
    ['{% for x in company %} {{ fristName }}', ['no {% for %} in mails', '"fristName"']],
    ['{% if company = "x" %}a{% endif %} {{ fristName }}', ['condition cannot be read', '"fristName"']],
    ['{% if company %} {{ firstName }\n{% endif %} {{ fristName }}', ['value cannot be read', '"fristName"']],
  ])('is reported with all others at once, and without what follows from it: %s', (text, words) => {
    expect(mistakesAfter(TIP, 'Next week:', text)).toEqual(words.map((one) => expect.stringContaining(one)));
  });

  it('is reported once when it is the variable of a link', () => {
    expect(mistakesAfter(TIP, '{{ website }}', '{{ websitte }}')).toEqual([
      expect.stringContaining('there is no variable "websitte"; did you mean "website"?'),
    ]);
  });

  it('is reported when a translation is missing', () => {
    expect(mistakesWithout(TIP)).toEqual([
      'mails/tip-1.nl.md:1:1 this mail exists in Dutch only; write mails/tip-1.en.md too',
    ]);
  });

  it('is reported when its file name is not allowed', () => {
    expect(mistakesWith('mails/Tip.md', 'Hello')).toEqual([
      expect.stringMatching(
        /^mails\/Tip\.md:1:1 a mail cannot have this name; give it a name in small letters/,
      ),
    ]);
  });

  it('may use confirmUrl only inside a condition', () => {
    expect(mistakesAfter(TIP, 'Next week:', '[Confirm]({{ confirmUrl }})').join()).toContain(
      '25:11 confirmUrl is not known for everybody; put {% if confirmUrl %} above',
    );
  });

  it('may use a name without a fallback inside a condition on it', () => {
    expect(mistakesAfter(TIP, 'Next week:', '{% if company %}At {{ company }}:{% endif %}')).toEqual([]);
  });
});
