import { scaleLinear } from 'd3-scale';
import type { Language } from '../../../domain/language.ts';
import { END_REASONS } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { SequenceRow } from '../../../domain/reports/mails.ts';
import type { MailNames } from './figures.ts';
import { MailName } from './mail-name.tsx';
import { count, part } from './numbers.ts';
import { NumberTable } from './table.tsx';
import { reportWords } from './words.ts';

type Step = SequenceRow['steps'][number];

const WIDTH = 360;
const ROW = 54;

interface Props {
  sequence: SequenceRow;
  language: Language;
  names: MailNames;
}

/** A sequence as its steps, one under the other: how far people came, and where and why they left. */
export function SequenceSteps({ sequence, language, names }: Props) {
  const { mails: words } = reportWords[language];
  const { began, finished, waiting, leftBefore, steps } = sequence;
  const name = names.ofSequence(sequence.sequence);
  return (
    <section class="card">
      <h2>{name}</h2>
      <p>{words.course(count(language, began), count(language, finished), count(language, waiting))}</p>
      {sumOf(leftBefore) > 0 && <p>{words.leftBefore(reasonsOf(leftBefore, language))}</p>}
      <figure>
        <p class="quiet small">{words.steps}</p>
        <StepsChart steps={steps} language={language} names={names} />
        <NumberTable
          caption={name}
          language={language}
          head={[
            ...[words.columns.mail, words.columns.sent, words.columns.opened, words.columns.clicked],
            ...[words.columns.raisedHand, words.columns.unsubscribed, words.columns.left],
          ]}
          rows={steps.map((step) => [
            <MailName mail={step.mail} step={step.step} names={names} />,
            count(language, step.sent),
            part(language, step.opened.people, step.delivered),
            part(language, step.clicked.people, step.delivered),
            count(language, step.raisedHand),
            count(language, step.unsubscribed),
            sumOf(step.left) === 0 ? '–' : reasonsOf(step.left, language),
          ])}
        />
      </figure>
    </section>
  );
}

/** Three bars of a step in one another: sent, opened, clicked. */
function StepsChart({
  steps,
  language,
  names,
}: Pick<Props, 'language' | 'names'> & { steps: readonly Step[] }) {
  const { mails: words } = reportWords[language];
  const length = scaleLinear([0, Math.max(1, ...steps.map(({ sent }) => sent))], [0, WIDTH]);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW * steps.length}`} aria-hidden="true">
      {steps.map(({ sent, opened, clicked, ...step }, row) => (
        <g>
          <text x="0" y={row * ROW + 13}>
            {shortened(names.ofMail(step.mail, step.step))}
          </text>
          <text class="strong" x={WIDTH} y={row * ROW + 13} text-anchor="end">
            {words.stepOf(
              count(language, sent),
              count(language, opened.people),
              count(language, clicked.people),
            )}
          </text>
          <rect class="bed" x="0" y={row * ROW + 20} width={Math.round(length(sent))} height="20" rx="3" />
          <rect
            class="fill"
            fill-opacity="0.45"
            x="0"
            y={row * ROW + 24}
            width={Math.round(length(opened.people))}
            height="12"
            rx="3"
          />
          <rect
            class="fill"
            x="0"
            y={row * ROW + 27}
            width={Math.round(length(clicked.people))}
            height="6"
            rx="2"
          />
        </g>
      ))}
    </svg>
  );
}

const LONGEST = 34;

/** A name that leaves room for the numbers beside it; the table has it whole. */
function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`;
}

function reasonsOf(left: Step['left'], language: Language): string {
  const { ended } = reportWords[language].mails;
  return END_REASONS.flatMap((why) => {
    const counted = left[why] ?? 0;
    return counted === 0 ? [] : [`${ended[why]} ${count(language, counted)}`];
  }).join(', ');
}

function sumOf(left: Step['left']): number {
  return Object.values(left).reduce((sum, one) => sum + one, 0);
}
