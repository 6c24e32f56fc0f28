import type { Line, Section } from './dossier/section.ts';
import type { Story } from './dossier/story.ts';
import type { HandoverWords } from './words/en.ts';

/** Links to call or to mail. */
export function Reach({ contact }: { contact: Story['contact'] }) {
  return (
    <nav class="reach">
      {contact.flatMap(({ label, value, href }) =>
        href === undefined ? [] : <a href={href}>{`${label}: ${value}`}</a>,
      )}
    </nav>
  );
}

/** A section of the dossier; details are folded. */
export function SectionPart({ section, words }: { section: Section; words: HandoverWords }) {
  const { title, intro, more, lines, isDetail } = section;
  const list = lines.length > 0 && (
    <ul>
      {lines.map((line) => (
        <LinePart line={line} />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{title}</h2>
      {intro && <p>{intro}</p>}
      {more && <p class="soft">… {more}</p>}
      {isDetail ? (
        <details>
          <summary>{words.score}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
}

function LinePart({ line: { text, note, points } }: { line: Line }) {
  return (
    <li>
      <div>
        {text}
        {note && <div class="soft">{note}</div>}
      </div>
      {points && <b>{points}</b>}
    </li>
  );
}
