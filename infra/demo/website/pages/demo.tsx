import type { WebsiteContent } from '../content/en/en.ts';
import { Document } from '../parts/document.tsx';
import { Title } from '../parts/title.tsx';
import { type Place, to } from '../place.ts';

/** The product in six steps. Without JavaScript all steps are below each other. */
export function Demo({ place }: { place: Place }) {
  const { demo } = place.words;
  return (
    <Document place={place} head={demo}>
      <Title head={demo} />
      <section class="wide demo" data-demo aria-label={demo.title}>
        <ol class="stepper">
          {demo.steps.map(({ title }) => (
            <li>{title}</li>
          ))}
        </ol>
        <div>
          {demo.steps.map((step, number) => (
            <section class="panel step" data-step={step.id} aria-labelledby={`step-${step.id}`}>
              <p class="minutes">
                {demo.progress} {number + 1} / {demo.steps.length}
              </p>
              <h2 id={`step-${step.id}`} tabindex={-1}>
                {step.title}
              </h2>
              <p>{step.text}</p>
              {step.id === 'threshold' ? (
                <Threshold words={demo.threshold} />
              ) : (
                <Screen detail={step.detail} />
              )}
              <button type="button" class="button" hidden>
                {step.action}
              </button>
            </section>
          ))}
          <section class="panel step" data-step-done hidden>
            <h2 tabindex={-1}>{demo.done.title}</h2>
            <p>{demo.done.text}</p>
            <a class="button" href={to(place, '/contact')}>
              {demo.done.action}
            </a>
          </section>
        </div>
      </section>
    </Document>
  );
}

const Screen = ({ detail }: { detail: [string, string][] }) => (
  <dl class="screen">
    {detail.map(([term, value]) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** The scores of twelve leads, and a slider that shows which of them sales would call. */
const Threshold = ({ words }: { words: WebsiteContent['demo']['threshold'] }) => (
  <div class="screen threshold" data-scores="12 18 24 31 38 45 52 61 68 77 84 93">
    <div class="bars" aria-hidden="true" />
    <label for="threshold">{words.label}</label>
    <input id="threshold" type="range" min="20" max="95" step="5" value="80" />
    <output for="threshold" data-text={words.result} />
  </div>
);
