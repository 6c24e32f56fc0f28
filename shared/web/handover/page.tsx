import { Facts } from '../layout/facts.tsx';
import type { Look } from '../look/look.ts';
import { ActionForms } from './action-forms.tsx';
import { Reach, SectionPart } from './dossier-parts.tsx';
import type { HandoverView } from './handover-view.ts';
import { layout } from './layout.tsx';
import { Problems } from './problems.tsx';
import { handoverWords } from './words.ts';

/** The page of a hand-over: the dossier, what sales did so far, and what it can do now. */
export function handoverPage(view: HandoverView, look: Look): string {
  const { story, notice, entered } = view;
  const words = handoverWords[story.language];
  const said = story.contact.filter(({ href }) => href === undefined);
  const message = notice?.text ?? (entered ? words.notYet : undefined);
  return layout(
    look,
    story.language,
    message === undefined ? story.headline : `${message} ${story.headline}`,
    <>
      {notice && <Notice {...notice} />}
      <Problems view={view} words={words} />
      <h1>{story.headline}</h1>
      <p class={`summary ${story.verdict}`}>{story.summary.join(' · ')}</p>
      {story.forWhom && <p>{story.forWhom}</p>}
      <p class="soft">{story.deadline}</p>
      {story.quotes.map(({ text, note }) => (
        <blockquote>
          {text}
          <p class="soft">{note}</p>
        </blockquote>
      ))}
      <Reach contact={story.contact} />
      <ActionForms view={view} words={words} />
      {story.answers && <SectionPart section={story.answers} words={words} />}
      <Facts facts={said.map(({ label, value }) => [label, value])} />
      {story.sections.map((section) => (
        <SectionPart section={section} words={words} />
      ))}
    </>,
  );
}

function Notice({ text, isRefusal }: NonNullable<HandoverView['notice']>) {
  return (
    <p class={isRefusal ? 'notice refusal' : 'notice'} role={isRefusal ? 'alert' : 'status'}>
      {text}
    </p>
  );
}
