import { scaleLinear } from 'd3-scale';
import type { Language } from '../../../domain/language.ts';
import { END_REASONS } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { MailMetric } from '../../../domain/reports/mail-metrics.ts';
import type { SequenceRow } from '../../../domain/reports/mails.ts';
import type { MailNames } from './figures.ts';
import { MailName } from './mail-name.tsx';
import { filled, NumberLink } from './number-link.tsx';
import { count, part } from './numbers.ts';
import { NumberTable } from './table.tsx';
import type { ReportView } from './view.ts';
import { reportWords } from './words.ts';

type Step = SequenceRow['steps'][number];

const WIDTH = 360;
const ROW = 54;

interface Props {
  sequence: SequenceRow;
  view: ReportView;
  names: MailNames;
}

/** A sequence as its steps, one under the other: how far people came, and where and why they left. */
export function SequenceSteps({ sequence, view, names }: Props) {
  const { language } = view;
  const { mails: words } = reportWords[language];
  const { began, finished, waiting, leftBefore, steps } = sequence;
  const name = names.ofSequence(sequence.sequence);
  const place = ({ step, mail }: Step) => ({
    under: `${sequence.sequence}/${step}`,
    of: names.ofMail(mail, step),
  });
  return (
    <section class="card">
      <h2>{name}</h2>
      <p>
        {filled(
          words.course,
          ...Object.entries({ began, finished, waiting }).map(([what, value]) => (
            <NumberLink
              {...{ view, value }}
              counted={`sequence.${what}`}
              under={sequence.sequence}
              of={name}
            />
          )),
        )}
      </p>
      {sumOf(leftBefore) > 0 && (
        <p>
          {filled(
            words.leftBefore,
            <Reasons view={view} left={leftBefore} under={sequence.sequence} of={name} />,
          )}
        </p>
      )}
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
            ...numbersOf(step).map(([what, value, whole]) => (
              <NumberLink
                {...{ view, value, ...place(step) }}
                counted={`mail.${what}`}
                {...(whole !== undefined && { shown: part(language, value, whole) })}
              />
            )),
            sumOf(step.left) === 0 ? '–' : <Reasons view={view} left={step.left} {...place(step)} />,
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
}: Pick<Props, 'names'> & { language: Language; steps: readonly Step[] }) {
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

/** The numbers of a step that open its mails, those that are a part of others with their whole. */
function numbersOf({ sent, delivered, opened, clicked, ...step }: Step): [MailMetric, number, number?][] {
  return [
    ['sent', sent],
    ['opened', opened.people, delivered],
    ['clicked', clicked.people, delivered],
    ['raisedHand', step.raisedHand],
    ['unsubscribed', step.unsubscribed],
  ];
}

interface ReasonsProps {
  view: ReportView;
  left: Step['left'];
  under: string;
  of: string;
}

/** Why people left, and how many. */
function Reasons({ view, left, under, of }: ReasonsProps) {
  const { ended } = reportWords[view.language].mails;
  const given = END_REASONS.filter((why) => (left[why] ?? 0) > 0);
  return (
    <>
      {given.map((why, n) => (
        <>
          {n > 0 && ', '}
          {ended[why]}{' '}
          <NumberLink {...{ view, under, of }} counted={`sequence.left.${why}`} value={left[why] ?? 0} />
        </>
      ))}
    </>
  );
}

function sumOf(left: Step['left']): number {
  return Object.values(left).reduce((sum, one) => sum + one, 0);
}
