import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import { sharedBrowser } from '../../browser.ts';
import { type Mail, type System, startSystem } from '../system.ts';

const VISITOR = 'vera@company.nl';
const PLAYBOOK = '/console/playbook';

/** What Sanne writes in the drafts of the mails: the one that answers the form, then one each week. */
const MAILS: Record<string, Record<Language, { subject: string; text: string }>> = {
  'checklist-answer': {
    en: { subject: 'Your checklist', text: 'Ten questions before you call a lead.' },
    nl: { subject: 'Je checklist', text: 'Tien vragen voor je een lead belt.' },
  },
  'checklist-1': {
    en: { subject: 'Begin with question four', text: 'It is the one that most people skip.' },
    nl: { subject: 'Begin met vraag vier', text: 'Die slaan de meeste mensen over.' },
  },
  'checklist-2': {
    en: { subject: 'Let sales answer it too', text: 'Then lay both sheets side by side.' },
    nl: { subject: 'Laat sales hem ook invullen', text: 'Leg dan beide vellen naast elkaar.' },
  },
  'checklist-3': {
    en: { subject: 'What did you cross out?', text: 'That says most about your leads.' },
    nl: { subject: 'Wat streepte je door?', text: 'Dat zegt het meest over je leads.' },
  },
};
const STEPS = `${PLAYBOOK}/new/checklist`;
const CONFIRM = 'Yes, mail me';

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
  await makeGuide(sanne);
  await writeForm(sanne);
  await writeMails(sanne);
  await sendTest(sanne);
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

async function save(page: Page): Promise<void> {
  await press(page, 'Save the draft');
  const text = await shown(page);
  expect(text).toContain('The draft is saved.');
  expect(text).toContain('This file has no mistakes.');
}

/** Makes all drafts of the guide by one form, and sees what is left to write. */
async function makeGuide(page: Page): Promise<void> {
  await page.goto(system.url + PLAYBOOK);
  await follow(page, 'A guide with its form and mails');
  await page.getByLabel('Title of the guide (English)').fill('Ten questions before you call');
  await page.getByLabel('Title of the guide (Nederlands)').fill('Tien vragen voor je belt');
  await page.getByLabel('Short name').fill('checklist');
  await page.getByLabel('What they are about').selectOption({ label: 'Tips about leads and sales' });
  await press(page, 'Make the drafts');
  const text = await shown(page);
  expect(text).toContain('The drafts are there, without a mistake.');
  expect(text).toContain('The mail after 21 days checklist-3, Nederlands 1 text to write');
}

async function writeForm(page: Page): Promise<void> {
  await follow(page, '/f/checklist');
  await page.getByLabel('Introduction (English)').fill('You get it by mail at once.');
  await page.getByLabel('Introduction (Nederlands)').fill('Je krijgt hem meteen in je mail.');
  await press(page, 'Remove: First name');
  await page.getByLabel('Another question at once').selectOption({ label: 'First name (firstName)' });
  await press(page, '+ Ask it at once');
  await save(page);
}

async function writeMails(page: Page): Promise<void> {
  for (const [name, mail] of Object.entries(MAILS)) {
    await page.goto(`${system.url}${PLAYBOOK}/mails/${name}.en.md`);
    await writeMail(page, mail.en);
    await follow(page, 'Nederlands');
    await writeMail(page, mail.nl);
  }
  await page.goto(system.url + STEPS);
  expect(await shown(page)).not.toContain('to write');
}

/** Writes over what a mail began with, and looks at it as it is typed before saving it. */
async function writeMail(page: Page, { subject, text }: { subject: string; text: string }): Promise<void> {
  await page.getByLabel('Subject').fill(subject);
  const body = page.getByLabel('Text', { exact: true });
  const written = (await body.inputValue())
    .replace(/^(Write here|Schrijf hier) .*$/m, text)
    .replace(/(Read the guide|Lees de gids)(.*)\/\)/, '$1$2/guides/)');
  await body.fill(written);
  await page.getByRole('button', { name: 'Show as typed' }).click();
  await page.frameLocator('iframe[name=look]').getByText(text).waitFor();
  await save(page);
}

/** Sends herself the mail that answers the form, and reads it in the inbox before anything is live. */
async function sendTest(page: Page): Promise<void> {
  await follow(page, 'checklist-answer, English');
  await press(page, 'Send me a test');
  expect(await shown(page)).toContain('The test was sent to sanne@kansrijk.test.');
  const [mail] = await system.local<Mail[]>('/mails?to=sanne@kansrijk.test');
  expect(mail?.subject).toContain('Your checklist');
  expect(mail?.html).toContain('Ten questions before you call a lead.');
  expect(mail?.html).toContain(CONFIRM);
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
  await visitor.getByText('We are mailing you the guide').first().waitFor();
  await system.settled();
  const [answer] = await mailsTo();
  const confirm = new RegExp(`href="([^"]+)"[^>]*>\\s*${CONFIRM}`).exec(answer?.html ?? '')?.[1];
  await visitor.goto(confirm?.replaceAll('&amp;', '&') ?? '');
  await Promise.all([visitor.waitForNavigation(), visitor.locator('main button').first().click()]);
  await system.settled();
}

/** Publishes the first version again, after reading what that means, and sees that it became so. */
async function takeBack(page: Page): Promise<void> {
  await follow(page, 'Version 1');
  const said = await shown(page);
  expect(said).toContain('After the guide: Ten questions before you call In this sequence now: 1 person.');
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
