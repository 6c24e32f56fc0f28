import { describe, expect, it } from 'vitest';
import type { SalesAction } from '../../../../shared/domain/handover/actions/action.ts';
import type { VisitorId } from '../../../../shared/domain/identity/ids.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import type { AnyEvent } from '../../../../shared/domain/tracking/event.ts';
import { mailHtml, mailSubject } from '../../../../shared/web/handover/dossier/mail/mail-html.tsx';
import { mailText } from '../../../../shared/web/handover/dossier/mail/mail-text.ts';
import type { NotificationView } from '../../../../shared/web/handover/dossier/notification.ts';
import { type SlackBlock, slackMessage } from '../../../../shared/web/handover/dossier/slack.ts';
import { storyOf } from '../../../../shared/web/handover/dossier/story.ts';
import { timesIn } from '../../../../shared/web/handover/dossier/times.ts';
import { NOW, pageView, submission } from '../../../domain/builders.ts';
import { ago, dossier, HANDOVER, longHistory, raisedHand, shippedPlaybook } from './example.ts';

const startsWith = (text: string) => new RegExp(`^${RegExp.escape(text)}`);
const LINK = 'https://leads.example.com/handover/a.1.b';
const NASTY = '<!channel> "><script>alert(1)</script> & Söns\r\nBcc: x@evil.test';

function notification(
  events = longHistory(),
  language: Language = 'en',
  more: Partial<NotificationView> = {},
): NotificationView {
  const reason = events.some((event) => event.type === 'form' && event.handRaise)
    ? 'hand-raiser'
    : 'threshold';
  const settings = { language, timeZone: 'Europe/Amsterdam', lines: 6 };
  const story = storyOf(dossier(events, { reason }), settings);
  return { story, link: LINK, isRepeat: false, ...more };
}

const nasty = () =>
  notification([
    submission('whitepaper', { ...ago(2), values: { company: NASTY, jobTitle: NASTY, phone: NASTY } }),
    pageView('/a', { ...ago(1), title: NASTY }),
    raisedHand({ name: NASTY, message: NASTY }),
  ]);

describe('a notification', () => {
  it('says in its subject who it is and what it wants', () => {
    expect(mailSubject(notification())).toBe('Ann de Vries of Example Works is ready for a call');
    expect(mailSubject(notification([...longHistory(), raisedHand()]))).toBe(
      'Ann de Vries of Example Works would like to talk to you',
    );
    expect(mailSubject(notification([submission()]))).toBe('ann@example.nl is ready for a call');
  });

  it('is Dutch, with times in the time zone of the company', () => {
    const text = mailText(notification([...longHistory(), raisedHand()], 'nl'));
    expect(text).toContain('Ann de Vries van Example Works wil met je praten');
    expect(text).toContain('Vroeg op zo 22 nov 13:00 om contact met een mens.');
    expect(text).not.toMatch(/\b(Why|Read|Asked|points)\b/);
  });

  it('is English, with times in the time zone of the company', () => {
    const text = mailText(notification());
    expect(text).toContain('Passed the threshold of 80 points on Sun 22 Nov 13:00, and stood at 84.');
    expect(text).toContain('pick this up before Tue 24 Nov 09:00');
  });

  it('says everywhere what no click in a mail confirmed, and what somebody else said', () => {
    const linked = submission('demo', {
      ...{ ...ago(1), id: 'other', visitor: 'other' as VisitorId, values: { employees: '2' } },
    });
    const told = (language: Language) =>
      [notification([...longHistory(), linked], language)].flatMap((view) => [
        mailText(view),
        mailHtml(view),
        JSON.stringify(slackMessage(view)),
      ]);
    for (const text of told('en')) {
      expect(text).toContain('Not confirmed');
      expect(text).toContain('only by points of forms and browsers that no click in a mail confirmed');
      expect(text).toContain('Number of employees: 2');
      expect(text).toContain('form demo · not confirmed · 21 Nov');
      expect(text).toContain('differs from what stands above');
    }
    for (const text of told('nl')) {
      expect(text).toContain('Niet bevestigd');
      expect(text).toContain('alleen gehaald met punten van formulieren en browsers');
      expect(text).toContain('formulier demo · niet bevestigd · 21 nov');
    }
    const raised = mailText(notification([raisedHand()]));
    expect(raised).toContain('No click in a mail confirmed that this comes from the owner of the address.');
  });

  it('says that the address refused mail, or wants none, and no longer once it opened again', () => {
    const left = (how: 'hard-bounce' | 'complaint') =>
      ({ type: 'mail-consent', id: `consent-${how}`, ...ago(3), to: 'withdrawn', how, mail: 'm1' }) as const;
    const again = { type: 'delivery', id: 'delivery-m2', ...ago(1), mail: 'm2' } as const;
    const welcome = {
      ...left('complaint'),
      id: 'confirm',
      ...ago(1),
      to: 'granted',
      how: 'preferences',
    } as const;
    const textOf = (...events: AnyEvent[]) => mailText(notification([...longHistory(), ...events]));
    expect(textOf(left('hard-bounce'))).toContain(
      'ann@example.nl (refused our mail on Thu 19 Nov 13:00: call',
    );
    expect(textOf(left('complaint'))).toContain('marked our mail as spam on');
    expect(textOf(again, left('complaint'))).toContain('marked our mail as spam on');
    expect(textOf(again, left('hard-bounce'))).not.toContain('refused');
    expect(textOf(welcome, left('complaint'), left('hard-bounce'))).not.toMatch(/refused|spam/);
    expect(textOf()).not.toMatch(/refused|spam/);
  });

  it.each([
    ['granted', /Gave permission on .*“Yes, mail me tips”/, /Gaf toestemming op .*“Yes, mail me tips”/],
    ['pending', /Ticked on .*no click in a mail confirmed it: “Yes/, /Vinkte dit aan op .*“Yes, mail/],
    ['withdrawn', /Gets no marketing mail any more/, /Krijgt geen marketingmail meer/],
  ] as const)('does not take a permission that is %s for another', (mail, english, dutch) => {
    for (const [language, expected] of [
      ['en', english],
      ['nl', dutch],
    ] as const) {
      const settings = { language, timeZone: 'Europe/Amsterdam', lines: 6 };
      const story = storyOf(dossier(longHistory(), {}, { mail }), settings);
      const lines = story.sections.at(-1)?.lines.map(({ text }) => text) ?? [];
      expect(lines[0]).toMatch(expected);
      expect(lines.join().match(/Gave permission|Gaf toestemming/) !== null).toBe(mail === 'granted');
    }
  });

  it('marks a possible repeat in its subject and first line, in both languages', () => {
    for (const [language, mark] of [
      ['en', '(possibly sent before)'],
      ['nl', '(mogelijk al verstuurd)'],
    ] as const) {
      const repeat = notification(longHistory(), language, { isRepeat: true });
      expect(mailSubject(repeat).startsWith(mark)).toBe(true);
      expect(mailText(repeat).startsWith(mark)).toBe(true);
      expect(mailHtml(repeat)).toContain(mark);
      expect(slackMessage(repeat).text.startsWith(mark)).toBe(true);
    }
  });

  it.each([
    ['en', '(late)', 'should have reached you on Sun 22 Nov 13:00, but was delayed.'],
    ['nl', '(te laat)', 'had er op zo 22 nov 13:00 moeten zijn, maar is vertraagd.'],
  ] as const)('that comes late says so in its subject and first line: %s', (language, mark, line) => {
    const lateSince = timesIn(language, 'Europe/Amsterdam', NOW).moment(NOW);
    const late = notification(longHistory(), language, { lateSince });
    const { text, blocks } = slackMessage(late);
    for (const begins of [mailSubject(late), mailText(late), text]) expect(begins).toMatch(startsWith(mark));
    for (const body of [mailText(late), mailHtml(late), JSON.stringify(blocks[1])]) {
      expect(body).toContain(mark);
      expect(body).toContain(line);
    }
  });

  it('that comes late and may be a repeat says both, in its follow-up too', () => {
    const followUp = { headline: 'Reminder: Ann awaits an answer', notice: 'Waits', next: 'Answer' };
    const more = { isRepeat: true, lateSince: 'Sun 22 Nov 13:00', followUp };
    const both = notification(longHistory(), 'en', more);
    expect(mailSubject(both)).toBe('(late) (possibly sent before) Reminder: Ann awaits an answer');
    const [first = ''] = mailText(both).split('\n');
    expect(first).toMatch(/^\(late\) This .* was delayed\. \(possibly sent before\) Something went wrong/);
  });

  it('has no mark when it is on time', () => {
    const onTime = notification();
    const all = [mailText(onTime), mailHtml(onTime), JSON.stringify(slackMessage(onTime))].join();
    expect(all).not.toMatch(/\(late\)|\(possibly/);
  });

  it('cuts a long history and says how much was left out', () => {
    const text = mailText(notification());
    expect(text).toContain('… and 35 more, earlier');
    expect(text).not.toContain('Chapter 34 ');
    expect(text.indexOf('Chapter 35 ')).toBeLessThan(text.indexOf('Chapter 36 '));
  });
});

describe('a notification of a lead that sales knows', () => {
  const { token: _, status, ...past } = HANDOVER;
  const actions: SalesAction[] = [
    { number: 1, at: NOW, by: 'anna', action: 'accept' },
    { number: 2, at: NOW, by: 'anna', action: 'call', outcome: 'not-reached' },
    {
      number: 3,
      at: NOW,
      by: 'Bram',
      note: 'Call in spring',
      action: 'return',
      reason: 'not-ready',
      handover: past,
    },
  ];
  const playbook = { ...shippedPlaybook(), sales: { team: { anna: { name: 'Anna Bos' } } } };
  const settings = { language: 'nl', timeZone: 'Europe/Amsterdam', lines: 2 } as const;
  const facts = dossier(longHistory(), { number: 2, to: 'anna' }, {}, { actions, playbook });
  const known = { story: storyOf(facts, settings), link: LINK, isRepeat: false };

  it.each([
    ['mail', mailHtml(known)],
    ['text', mailText(known)],
    ['Slack', JSON.stringify(slackMessage(known))],
  ])('says by %s who it is for and what sales did, and keeps the latest actions', (_, message) => {
    expect(message).toContain('Voor Anna Bos');
    expect(message).toContain('Anna Bos kreeg de lead niet te pakken');
    expect(message).toContain('Bram gaf de lead terug: nog niet rijp');
    expect(message).toContain('Toelichting: Call in spring');
    expect(message).toContain('en nog 1, eerder');
    expect(message).not.toContain('nam de lead over');
  });
});

describe('what a stranger wrote', () => {
  it('is text in the HTML of the mail', () => {
    const html = mailHtml(nasty());
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<!channel>');
    expect(html).toContain('&lt;script&gt;');
  });

  it('is one line in the subject', () => {
    expect(mailSubject(nasty())).not.toMatch(/[\r\n]/);
    expect(mailSubject(nasty()).length).toBeLessThanOrEqual(150);
  });

  it('cannot turn a sentence around or hide in it', () => {
    const name = 'Ann\u202e\u2066 Vries\u200b';
    expect(mailSubject(notification([raisedHand({ name })]))).toBe('Ann Vries would like to talk to you');
  });

  it('mentions nobody and links nowhere in Slack', () => {
    const json = JSON.stringify(slackMessage(nasty()));
    expect(json.replaceAll(/("|\\n)>/g, '')).not.toMatch(/[<>]/);
    expect(json).toContain('&lt;!channel&gt;');
    const texts = json.match(/"type":"mrkdwn"/g) ?? [];
    expect(json.match(/"verbatim":true/g)).toHaveLength(texts.length);
  });

  it('is quoted whole in plain text, line by line', () => {
    const text = mailText(notification([raisedHand({ message: 'one\n\ntwo' })]));
    expect(text).toContain('> one\n> \n> two\n> (Talk to us, Sun 22 Nov 13:00, not confirmed)');
  });

  it('comes with a remark when its form was sent without the solution of a challenge', () => {
    const words = 'without the work that browsers do';
    const remarked = notification([{ ...raisedHand({ message: 'Call me' }), unproven: true }]);
    for (const text of [mailText(remarked), mailHtml(remarked)]) expect(text).toContain(words);
    expect(mailText(notification([raisedHand({ message: 'Call me' })]))).not.toContain(words);
  });

  it('is quoted with what was asked before, in mail and Slack', () => {
    const asked = (days: number, message: string) => ({
      ...raisedHand({ message }),
      ...ago(days, 0),
      id: `form-${days}`,
    });
    const both = notification([asked(0, 'And what does it cost?'), asked(1, 'Can you call me?')]);
    const pattern = /And what does it cost\?.*13:00.*Can you call me\?.*21 Nov 13:00/s;
    for (const text of [mailText(both), mailHtml(both), JSON.stringify(slackMessage(both))])
      expect(text).toMatch(pattern);
  });
});

describe('a message to Slack', () => {
  const long = '& <'.repeat(2_000);
  const events = [
    submission('whitepaper', { values: { company: long, jobTitle: long } }),
    ...Array.from({ length: 200 }, (_, index) => pageView(`/${index}`, { title: long })),
    raisedHand({ name: long, message: long.replaceAll(' ', '\n') }),
  ];
  const { blocks, text } = slackMessage(notification(events, 'nl', { isRepeat: true }));

  it('keeps to the limits of Slack, whatever was written', () => {
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(text.length).toBeLessThanOrEqual(3_000);
    for (const block of blocks) {
      for (const part of textsOf(block)) {
        expect(part.length).toBeGreaterThan(0);
        expect(part.length).toBeLessThanOrEqual(block.type === 'header' ? 150 : 3_000);
        expect(part).not.toMatch(/&(?!(amp|lt|gt);)/);
      }
    }
  });

  it('has buttons to the page of the hand-over, with each answer ready', () => {
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons.map(({ text, url }) => [text.text, url])).toEqual([
      ['Overnemen', `${LINK}?answer=accept#accept`],
      ['Teruggeven', `${LINK}?answer=return#return`],
      ['Open het dossier', LINK],
    ]);
  });
});

function textsOf(block: SlackBlock): string[] {
  switch (block.type) {
    case 'header':
    case 'section':
      return [block.text.text];
    case 'context':
      return block.elements.map(({ text }) => text);
    case 'actions':
      return block.elements.map(({ text }) => text.text);
    case 'divider':
      return [];
  }
}
