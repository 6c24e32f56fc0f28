import { secondsUntil } from './day-clock.ts';
import { inParallel } from './in-parallel.ts';
import { habits } from './kinds.ts';
import { clickMail, decideAboutMail, openMail, type Scanned, scan } from './mail-reactions.ts';
import { type Lead, type Passer, population, STOPS_PER_WEEK } from './population.ts';
import type { TwinMail } from './read-mail.ts';
import type { TwinClient } from './twin-client.ts';
import { visitWebsite } from './website-visit.ts';

export interface Order {
  leads: number;
  weeks: number;
  seed: number;
}

/** What happened, as far as people themselves can see it. */
export interface Story {
  leads: Lead[];
  passers: Passer[];
  mails: Omit<TwinMail, 'html' | 'text'>[];
  scanned: Scanned;
}

/** Mails are opened some time before a link of them is followed. */
const READING = 120;

/** Lets everybody live for some weeks, half a day at a time. */
export async function simulate(
  twin: TwinClient,
  order: Order,
  tell: (done: number, total: number, story: Story) => void,
): Promise<Story> {
  const stops = order.weeks * STOPS_PER_WEEK;
  const story: Story = { ...population(order), mails: [], scanned: { images: 0, links: 0 } };
  const mailbox = openMailbox(twin, story);
  await twin.advance(secondsUntil('12:30', await twin.now()));
  for (let stop = 0; stop < stops; stop++) {
    tell(stop, stops, story);
    const mails = await mailbox.collect();
    await inParallel(
      story.passers.filter(({ comes }) => comes === stop),
      (passer) => pass(twin, passer),
    );
    await inParallel(story.leads, (lead) => comeToWebsite(twin, lead, stop));
    await react(twin, mails, story.scanned);
    await twin.advance(secondsUntil(stop % 2 === 0 ? '20:00' : '12:30', await twin.now()));
  }
  await mailbox.collect();
  tell(stops, stops, story);
  return story;
}

interface Received {
  lead: Lead;
  mail: TwinMail;
  /** Which mail to this person it is, from 1. */
  number: number;
}

/** Gives each mail once, to whom it is for. */
function openMailbox(twin: TwinClient, { leads, mails }: Story) {
  const owners = new Map(leads.map((lead) => [lead.email, lead]));
  const seen = new Set<string>();
  const counts = new Map<Lead, number>();
  let since: string | undefined;

  return {
    async collect(): Promise<Received[]> {
      const now = new Date(await twin.now()).toISOString();
      const found = since === undefined ? [] : await twin.mailsSince(since);
      since = now;
      return found.flatMap((mail) => {
        const lead = owners.get(mail.to[0] ?? '');
        if (!lead || seen.has(mail.id)) return [];
        seen.add(mail.id);
        const { html: _, text: __, ...kept } = mail;
        mails.push(kept);
        const number = (counts.get(lead) ?? 0) + 1;
        counts.set(lead, number);
        return [{ lead, mail, number }];
      });
    },
  };
}

async function react(twin: TwinClient, received: Received[], scanned: Scanned): Promise<void> {
  const opened = new Set<Received>();
  await inParallel(received, async (one) => {
    if (one.lead.kind !== 'link scanner') {
      if (await openMail(twin, one.lead, one.mail)) opened.add(one);
      return;
    }
    const { images, links } = await scan(twin, one.mail);
    scanned.images += images;
    scanned.links += links;
  });
  if (received.length > 0) await twin.advance(READING);
  await inParallel(
    received.filter((one) => opened.has(one)),
    ({ lead, mail }) => clickMail(twin, lead, mail),
  );
  await inParallel(received, ({ lead, ...one }) => decideAboutMail(twin, lead, one));
}

async function pass(twin: TwinClient, { visitor, locale, comes, random }: Passer): Promise<void> {
  await visitWebsite(twin, {
    visitor,
    locale,
    random,
    name: `${visitor}-${comes}`,
    count: random.between(1, 5),
  });
}

async function comeToWebsite(twin: TwinClient, lead: Lead, stop: number): Promise<void> {
  const { visitor, locale, random, kind, arrives } = lead;
  const isFirst = stop === arrives;
  if (stop < arrives || (!isFirst && !random.chance(habits[kind].returns) && !raises(lead, stop))) return;
  await visitWebsite(twin, {
    visitor,
    locale,
    random,
    name: `${visitor}-${stop}`,
    count: random.between(1, 5),
  });
  if (isFirst) await fillIn(twin, lead, lead.form, lead.answers);
  if (raises(lead, stop)) {
    const { firstName, lastName } = lead.answers;
    const message = locale === 'nl' ? 'Kunnen jullie mij bellen?' : 'Could you give me a call?';
    await fillIn(twin, lead, 'contact', { name: `${firstName} ${lastName}`, message });
  }
}

function raises({ kind, arrives, raisesAfter }: Lead, stop: number): boolean {
  return kind === 'hand-raiser' && stop === arrives + raisesAfter;
}

async function fillIn(
  twin: TwinClient,
  lead: Lead,
  form: string,
  answers: Record<string, string>,
): Promise<void> {
  const { email, visitor, locale, agrees } = lead;
  const body = { ...answers, email, ...(agrees && { permission: true }), _visitor: visitor, _locale: locale };
  await twin.send(`/f/${form}`, body, `${visitor}-${form}`);
}
