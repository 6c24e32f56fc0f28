import type { Language } from '../../../../shared/domain/language.ts';
import { counted } from '../../../../shared/web/language.ts';
import type { Addresses, RunningTwin } from '../../../local/running-twin.ts';
import { Moment } from '../../moment.tsx';
import { inboxAddress } from '../address.ts';
import { renderInboxDocument } from '../inbox-document.tsx';
import { inboxWords } from '../words.ts';
import { SlackCard } from './slack-card.tsx';

const PER_PAGE = 10;

type SlackPosts = ReturnType<RunningTwin['slackPosts']>;

interface Props {
  /** Oldest first. The number of a message, from 1, is its address. */
  posts: SlackPosts;
  addresses: Addresses;
  language: Language;
}

/** Renders the messages of Slack, newest first. */
export function renderSlack({ posts, before, addresses, language }: Props & { before: string }): string {
  const words = inboxWords[language];
  const end = Math.min(Number(before) ? Number(before) - 1 : posts.length, posts.length);
  const numbers = Array.from({ length: Math.max(0, Math.min(PER_PAGE, end)) }, (_, index) => end - index);
  const older = end - PER_PAGE;
  return renderInboxDocument({
    ...{ language, addresses },
    title: words.slack,
    inLanguage: (lang) => inboxAddress('/slack', { before, lang }),
    isLive: true,
    children: (
      <section id="list" aria-labelledby="found" data-live data-failed={words.failed}>
        <h2 id="found">{counted(language, posts.length, words.messages)}</h2>
        {numbers.length === 0 && <p class="empty">{words.noMessages}</p>}
        <ol class="mails">
          {numbers.map((number) => (
            <Row post={posts[number - 1]} number={number} language={language} />
          ))}
        </ol>
        <nav class="pages" aria-label={words.pages}>
          {before && <a href={inboxAddress('/slack', { lang: language })}>{words.newestMessages}</a>}
          {older > 0 && (
            <a href={inboxAddress('/slack', { before: String(older + 1), lang: language })}>
              {words.olderMessages}
            </a>
          )}
        </nav>
      </section>
    ),
  });
}

function Row({
  post,
  number,
  language,
}: {
  post: SlackPosts[number] | undefined;
  number: number;
  language: Language;
}) {
  if (!post) return null;
  return (
    <li>
      <a class="subject" href={inboxAddress(`/slack/${number}`, { lang: language })}>
        {post.text || inboxWords[language].noSubject}
      </a>
      <small>
        <Moment at={post.at} language={language} />
      </small>
    </li>
  );
}

/** Renders one message as a card with its buttons; undefined when there is none of this number. */
export function renderMessage({ posts, number, addresses, language }: Props & { number: number }) {
  const post = posts[number - 1];
  if (!post) return undefined;
  const words = inboxWords[language];
  return renderInboxDocument({
    ...{ language, addresses },
    title: post.text || words.noSubject,
    above: (
      <p class="back">
        <a href={inboxAddress('/slack', { lang: language })}>← {words.slack}</a>
      </p>
    ),
    inLanguage: (lang) => `?lang=${lang}`,
    children: (
      <section aria-labelledby="message">
        <h2 id="message">
          <Moment at={post.at} language={language} />
        </h2>
        <SlackCard blocks={post.blocks ?? []} text={post.text ?? ''} />
      </section>
    ),
  });
}
