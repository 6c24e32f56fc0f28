import { habits } from '../people/kinds.ts';
import type { ScanCounts } from '../story.ts';
import type { TwinClient } from '../twin-client.ts';
import { visitWebsite } from '../website-visit.ts';
import { linksOf, type TwinMail } from './mail-links.ts';
import type { ReceivedMail } from './mailbox.ts';

/** What a link scanner does with a new mail: loads the image and fetches every link, at once. */
export async function scan(twin: TwinClient, mail: TwinMail): Promise<ScanCounts> {
  const { pixel, all, unsubscribe } = linksOf(mail);
  const found = [pixel, ...all, unsubscribe].filter((url) => url !== undefined);
  // Skip pages of the website: only requests to the API could count.
  const own = found.filter((url) => !url.startsWith(twin.websiteUrl));
  await Promise.all(own.map((url) => twin.visit(url)));
  return { images: pixel ? 1 : 0, links: own.length - (pixel ? 1 : 0) };
}

/** Opens the mail, or ignores it. */
export async function openMail(twin: TwinClient, { lead, mail, random }: ReceivedMail): Promise<boolean> {
  if (!random.chance(habits[lead.kind].opens)) return false;
  const { pixel } = linksOf(mail);
  if (pixel) await twin.visit(pixel);
  return true;
}

/** Clicks a link of a mail that was opened, or does not, and reads on. */
export async function clickMail(twin: TwinClient, { lead, mail, random }: ReceivedMail): Promise<void> {
  const { tracked } = linksOf(mail);
  const [first, ...others] = tracked;
  if (!first || !random.chance(habits[lead.kind].clicks)) return;
  const link = random.chance(0.7) ? first : random.pick([first, ...others]);
  const target = await twin.visit(link);
  if (!target?.startsWith(twin.websiteUrl)) return;
  const { visitor, locale } = lead;
  const count = random.between(0, 3);
  await visitWebsite(twin, { visitor, locale, random, name: mail.id.slice(-40), first: target, count });
}

/** Confirms the address, or unsubscribes after some mails. */
export async function decideAboutMail(
  twin: TwinClient,
  { lead, mail, number, random }: ReceivedMail,
): Promise<void> {
  const { confirm, unsubscribe } = linksOf(mail);
  if (confirm && random.chance(habits[lead.kind].confirms)) await twin.postForm(confirm);
  const hasEnough = lead.kind === 'unsubscriber' && number === lead.leavesAfter;
  if (!hasEnough || !unsubscribe) return;
  if (random.chance(0.5)) return twin.postForm(unsubscribe, { 'List-Unsubscribe': 'One-Click' });
  await twin.visit(unsubscribe);
  await twin.postForm(unsubscribe, { from: 'page' });
}
