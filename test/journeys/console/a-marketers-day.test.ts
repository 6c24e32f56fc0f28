import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import { sharedBrowser } from '../../browser.ts';
import { type Mail, type System, startSystem } from '../system.ts';

const VISITOR = 'vera@company.nl';
const PLAYBOOK = '/console/playbook';

/** The mails of the new guide by name: the one that answers its form, then one each week. */
const MAILS: Record<string, Record<Language, { subject: string; text: string }>> = {
  checklist: {
    en: { subject: 'Your checklist', text: 'Ten questions before you call a lead.' },
    nl: { subject: 'Je checklist', text: 'Tien vragen voor je een lead belt.' },
  },
  'checklist-first': {
    en: { subject: 'Begin with question four', text: 'It is the one that most people skip.' },
    nl: { subject: 'Begin met vraag vier', text: 'Die slaan de meeste mensen over.' },
  },
  'checklist-second': {
    en: { subject: 'Let sales answer it too', text: 'Then lay both sheets side by side.' },
    nl: { subject: 'Laat sales hem ook invullen', text: 'Leg dan beide vellen naast elkaar.' },
  },
  'checklist-third': {
    en: { subject: 'What did you cross out?', text: 'That says most about your leads.' },
    nl: { subject: 'Wat streepte je door?', text: 'Dat zegt het meest over je leads.' },
  },
};
const CONFIRM: Record<Language, string> = { en: 'Yes, mail me', nl: 'Ja, mail mij' };

let system: System;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  system = await startSystem();
});
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await system.stop();
});

it('makes a guide, tries it, publishes it, and takes it back, and people get what the pages said', async () => {
  const sanne = await browserOf('/_local/sign-in?as=sanne@kansrijk.test&to=/console');
  await writeMails(sanne);
  await addForm(sanne);
  await addSequence(sanne);
  await tryOut(sanne);
  await publish(sanne, 'A checklist as a new guide');

  await visitorAsksForIt();
  expect(await subjects()).toEqual(['Your checklist']);
  await system.advance('8d');
  expect(await subjects()).toEqual(['Your checklist', 'Begin with question four']);

  await takeBack(await browserOf(`/_local/sign-in?as=sanne@kansrijk.test&to=${PLAYBOOK}`));
  await system.advance('30d');
  expect(await subjects()).toEqual(['Your checklist', 'Begin with question four']);
  expect((await system.lead(VISITOR)).enrolments).toMatchObject([{ sequence: 'checklist', nextAt: null }]);
});

async function browserOf(path: string): Promise<Page> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(system.url + path);
  return page;
}

/** The text of the page, in one line. */
const shown = async (page: Page) => (await page.innerText('main')).replaceAll(/\s+/g, ' ');

/** Presses a button of the page, and waits for the page that follows. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).last();
  await Promise.all([page.waitForNavigation(), button.click()]);
}

async function follow(page: Page, name: string): Promise<void> {
  const link = page.locator('main').getByRole('link', { name, exact: true }).first();
  await Promise.all([page.waitForNavigation(), link.click()]);
}

async function save(page: Page, told = 'This file has no mistakes.'): Promise<void> {
  await press(page, 'Save the draft');
  const text = await shown(page);
  expect(text).toContain('The draft is saved.');
  expect(text).toContain(told);
}

async function writeMails(page: Page): Promise<void> {
  for (const [name, mail] of Object.entries(MAILS)) {
    await page.goto(system.url + PLAYBOOK);
    await page.getByLabel('Name of the mail').fill(name);
    await press(page, 'Make a mail');
    await writeMail(page, mail.en, name === 'checklist' ? CONFIRM.en : undefined);
    await follow(page, 'Nederlands');
    await writeMail(page, mail.nl, name === 'checklist' ? CONFIRM.nl : undefined);
  }
}

/** Writes one mail in one language; looks at the one that answers as it is typed, before saving it. */
async function writeMail(page: Page, { subject, text }: { subject: string; text: string }, confirm?: string) {
  const button = `{% if confirmUrl %}\n\n[${confirm}]({{ confirmUrl }})\n\n{% endif %}`;
  await page.getByLabel('Subject').fill(subject);
  await page
    .getByLabel('Text', { exact: true })
    .fill(`# ${subject}\n\n${text}\n${confirm ? `\n${button}\n` : ''}`);
  if (confirm !== undefined) {
    await page.getByRole('button', { name: 'Show as typed' }).click();
    await page.frameLocator('iframe[name=look]').getByText(text).waitFor();
  }
  await save(page);
}

async function addForm(page: Page): Promise<void> {
  await page.goto(system.url + PLAYBOOK);
  await follow(page, 'Forms');
  await page.getByLabel('Name of the form').fill('checklist');
  await press(page, '+ Add a form');
  expect(await shown(page)).toContain('The page /f/checklist');
  const both = async (label: string, en: string, nl: string) => {
    await page.getByLabel(`${label} (English)`).first().fill(en);
    await page.getByLabel(`${label} (Nederlands)`).first().fill(nl);
  };
  await both('Title', 'Ten questions before you call', 'Tien vragen voor je belt');
  await both('Introduction', 'You get it by mail at once.', 'Je krijgt hem meteen in je mail.');
  await both(
    'Wording',
    'Yes, mail me the checklist, then three tips about it.',
    'Ja, mail mij de checklist, daarna drie tips erover.',
  );
  await page.getByLabel('Asked at once').fill('firstName');
  await page.getByLabel('tips', { exact: true }).check();
  // The sequence that answers it, with a mail that asks this, comes next.
  await save(page, 'no mail asks people to confirm this permission');
}

async function addSequence(page: Page): Promise<void> {
  await page.goto(system.url + PLAYBOOK);
  await follow(page, 'Sequences');
  await page.getByLabel('Name of the sequence').fill('checklist');
  await press(page, '+ Add a sequence');
  await page.getByLabel('Title (English)').fill('Three tips after the checklist');
  await page.getByLabel('Title (Nederlands)').fill('Drie tips na de checklist');
  await page.getByLabel('Subject').selectOption('tips');
  const names = Object.keys(MAILS);
  for (const [index, name] of names.entries()) {
    if (index > 0) await press(page, '+ Mail');
    await page.getByLabel('Mail', { exact: true }).nth(index).selectOption(name);
  }
  await save(page);
  expect(await page.getByRole('img').last().getAttribute('aria-label')).toContain(
    'checklist-third after 21d',
  );
}

async function tryOut(page: Page): Promise<void> {
  await page.goto(system.url + PLAYBOOK);
  expect(await shown(page)).toContain('Sequences, checklist: new');
  await follow(page, 'What would this do?');
  expect(await page.innerText('h1')).toBe('What would this do?');
  expect(await page.locator('.refusal').count()).toBe(0);
}

async function publish(page: Page, note: string): Promise<void> {
  await page.goto(system.url + PLAYBOOK);
  await page.getByLabel('What changes, for your colleagues').fill(note);
  await press(page, 'Publish');
  expect(await shown(page)).toContain('Version 2 is live.');
  expect(await shown(page)).toContain(note);
  await system.settled();
}

/** Fills the form in as a visitor, and confirms the permission in the mail that answers it. */
async function visitorAsksForIt(): Promise<void> {
  const visitor = await browserOf('/f/checklist?lang=en');
  await visitor.fill('[name=email]', VISITOR);
  await visitor.fill('[name=firstName]', 'Vera');
  await visitor.getByRole('checkbox').first().check();
  await visitor.getByRole('button').last().click();
  await visitor.getByText('Thank you').first().waitFor();
  await system.settled();
  const [answer] = await mailsTo();
  const confirm = new RegExp(`href="([^"]+)"[^>]*>\\s*${CONFIRM.en}`).exec(answer?.html ?? '')?.[1];
  await visitor.goto(confirm?.replaceAll('&amp;', '&') ?? '');
  await Promise.all([visitor.waitForNavigation(), visitor.locator('main button').first().click()]);
  await system.settled();
}

/** Publishes the first version again, after reading what that means, and sees that it became so. */
async function takeBack(page: Page): Promise<void> {
  await follow(page, 'Version 1');
  const said = await shown(page);
  expect(said).toContain('Three tips after the checklist In this sequence now: 1 person.');
  expect(said).toContain('it ends for all of them');
  await press(page, 'Publish version 1 again');
  expect(await shown(page)).toContain('Version 3 is live.');
  await system.advance('2m');
  const { id } = await system.lead(VISITOR);
  await page.goto(`${system.url}/console/leads/${id}`);
  expect(await shown(page)).toContain('The sequence is not in the playbook any more.');
}

const mailsTo = () => system.local<Mail[]>(`/mails?to=${VISITOR}`);
const subjects = async () => (await mailsTo()).map(({ subject }) => subject);
