import type { LeadMessage } from '../../../domain/identity/lead-page.ts';
import { outsideLine, outsideText } from '../../handover/dossier/outside-text.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

/** Every question of somebody who asked to talk, with its time and form, the newest first. */
export function Messages({ view, messages }: { view: LeadView; messages: readonly LeadMessage[] }) {
  if (messages.length === 0) return null;
  const { times, language, address } = view;
  const words = leadWords[language].messages;
  return (
    <section class="card" id="messages">
      <h2>{words.title(messages.length)}</h2>
      {messages.map(({ at, form, title, text, isUnconfirmed }) => (
        <figure class="message">
          <blockquote>{outsideText(text) || words.empty}</blockquote>
          <figcaption class="small quiet">
            {[
              title?.[language] ?? outsideLine(form),
              times.moment(at),
              ...(isUnconfirmed ? [words.notConfirmed] : []),
            ].join(' · ')}
          </figcaption>
        </figure>
      ))}
      <a class="small" href={`${address}?kind=forms#timeline`}>
        {words.earlier}
      </a>
    </section>
  );
}
