import { beforeAll, describe, expect, it } from 'vitest';
import type { SalesAction } from '../../../shared/domain/handover/actions/action.ts';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import { mailHtml, mailSubject } from '../../../shared/web/handover/dossier/mail/mail-html.tsx';
import { mailText } from '../../../shared/web/handover/dossier/mail/mail-text.ts';
import { slackMessage } from '../../../shared/web/handover/dossier/slack.ts';
import { storyOf } from '../../../shared/web/handover/dossier/story.ts';
import { handoverLink } from '../../../shared/web/handover/handover-link.ts';
import { handoverView } from '../../../shared/web/handover/handover-view.ts';
import { refusalNotice } from '../../../shared/web/handover/notices.ts';
import { handoverPage } from '../../../shared/web/handover/page.tsx';
import { plainLook } from '../../../shared/web/look/look.ts';
import { LEAD, lead, NOW, pageView, submission } from '../../domain/builders.ts';
import { ago, dossier, HANDOVER, shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { type TestApi, testApi } from '../api/api.ts';

/** What strangers and sales may write, and how it reads as text on one line. */
const written: [what: string, text: string, shown?: string][] = [
  ['HTML', '<script>alert(1)</script>'],
  ['HTML that ends an attribute', '"><img src=x onerror=alert(1)>'],
  ['HTML that ends an attribute in other quotes', "' autofocus onfocus='alert(1)"],
  ['HTML that ends a field', '</textarea></option></title></style><b>'],
  ['a character reference', '&lt;b&gt; &amp;'],
  ['a mention of a channel', '<!channel> <!here>'],
  ['a mention of a person', '<@U012AB3CD>'],
  ['a link of Slack', '<https://evil.test|your bank>'],
  ['a block of code', '```'],
  ['headers of a mail', 'Ann\r\nBcc: x@evil.test\r\n\r\nHello', 'Ann Bcc: x@evil.test Hello'],
  ['a formula', '=HYPERLINK("https://evil.test","x")'],
  ['another formula', "@SUM(1+1)*cmd|' /C calc'!A0"],
  ['text that turns around', 'Ann\u202e\u2066 Vries', 'Ann Vries'],
  ['control characters', 'Ann\u0000\u001b[31m', 'Ann[31m'],
];

/** Everything sales sees of a lead, with the same text in every field that outsiders can fill in. */
function seen(text: string) {
  const by = 'anna';
  const evidence = { evidence: text, by, at: NOW };
  const common = { at: NOW, by: text, note: text };
  const { token: _, status, ...past } = HANDOVER;
  const actions: SalesAction[] = [
    { ...common, number: 1, action: 'accept', by },
    { ...common, number: 2, action: 'call', outcome: 'reached' },
    {
      ...common,
      number: 3,
      action: 'qualify',
      need: text,
      urgency: text,
      buyingStage: text,
      decisionMakers: text,
      budget: text,
    },
    {
      ...common,
      number: 4,
      action: 'opportunity',
      proofs: { need: evidence, budget: evidence, authority: evidence },
    },
    { ...common, number: 5, action: 'lost', reason: text, handover: past },
    {
      ...common,
      number: 6,
      action: 'return',
      reason: 'bad-fit',
      criterion: text,
      value: text,
      handover: past,
    },
  ];
  const events = [
    submission('whitepaper', { ...ago(2), values: { company: text, jobTitle: text, employees: text } }),
    pageView('/a', { ...ago(1), title: text }),
    submission('contact', { handRaise: true, values: { name: text, message: text } }),
  ];
  const playbook = { ...shippedPlaybook(), sales: salesSchema.parse({ team: { anna: { name: 'Anna' } } }) };
  const team = { anna: { name: text } };
  const handover = {
    ...HANDOVER,
    status: 'accepted',
    reason: 'hand-raiser',
    to: by,
    answer: { by: text, at: NOW },
  } as const;
  const shown = dossier(events, handover, {}, { actions, playbook });
  const settings = { language: 'en', timeZone: 'Europe/Amsterdam', lines: 25 } as const;
  const facts = { lead: lead({ stage: 'sql', handover }), dossier: shown, playbook };
  const address = handoverLink('', { lead: LEAD, number: 1, token: 'token' });
  const view = handoverView(facts, settings, { address, key: 'key' });
  const notification = {
    story: storyOf(shown, settings),
    link: `https://leads.example.com${address}`,
    isRepeat: true,
  };
  return {
    page: handoverPage(
      {
        ...view,
        notice: { text: refusalNotice(facts, 'accept', { settings, now: NOW, team }), isRefusal: true },
        entered: {
          action: 'opportunity',
          values: { needProof: text, note: text, by: text },
          problems: {},
        },
      },
      plainLook('https://www.example.com'),
    ),
    mail: mailHtml(notification),
    subject: mailSubject(notification),
    text: mailText(notification),
    slack: slackMessage(notification),
  };
}

const harmless = seen('harmless');

describe.each(written)('%s', (_, text, shown = text) => {
  const hostile = seen(text);

  it.each(['page', 'mail'] as const)('becomes no tag or attribute of the %s, and is shown', (outlet) => {
    expect(tagsOf(hostile[outlet])).toEqual(tagsOf(harmless[outlet]));
    expect(textOf(hostile[outlet])).toContain(shown);
  });

  it('stays on one line of the mail, and is shown', () => {
    expect(hostile.subject).toContain(shown);
    expect(hostile.subject).not.toMatch(/\p{Cc}/u);
    expect(hostile.text).toContain(shown);
    expect(hostile.text.split('\n').filter((line) => /^Bcc:/.test(line))).toEqual([]);
  });

  it('creates no mention or link in Slack', () => {
    const markdown = JSON.stringify(hostile.slack).replaceAll(/("|\\n)>/g, '$1');
    expect(markdown).not.toMatch(/[<>`]/);
    expect(hostile.slack.blocks).toHaveLength(harmless.slack.blocks.length);
  });
});

describe('over the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });

  it.each(written)('%s is text in JSON, in and out', async (what, text) => {
    const email = `${what.replaceAll(' ', '-')}@acme.nl`;
    const asked = submission('contact', { handRaise: true, values: { name: text, company: text } });
    const id = await api.happened(email, asked);
    const by = text.slice(0, 100);
    const action = { action: 'return', by, reason: 'other', note: text };
    const { status, headers, body } = await api.call('POST', `/leads/${id}/actions`, action);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body.profile.company).toBe(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(body.handovers[0].answer.by).not.toMatch(/[\u0000-\u001f]/);
  });
});

/** The tags of a page with the names of their attributes. */
function tagsOf(html: string): string[] {
  // A message of several lines keeps them.
  const body = html.replace(/<style>.*?<\/style>/s, '').replaceAll('<br/>', '');
  return [...body.matchAll(/<(\/?[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|<[^>]*/g)].map(
    ([all, tag, attributes = '']) =>
      tag === undefined
        ? `broken: ${all}`
        : [tag, ...[...attributes.matchAll(/\s([\w-]+)(?:="[^"]*")?/g)].map(([, name]) => name)].join(' '),
  );
}

/** What a person reads. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
