import { Checks } from '../parts/checks.tsx';
import { Document } from '../parts/document.tsx';
import { Title } from '../parts/title.tsx';
import { type Place, to } from '../place.ts';

export function Pricing({ place }: { place: Place }) {
  const { pricing } = place.words;
  return (
    <Document place={place} head={pricing}>
      <Title head={pricing} />
      <div class="wide">
        <ul class="cards plans">
          {pricing.plans.map((plan) => (
            <li class={plan.best ? 'panel best' : 'panel'}>
              {plan.best && <p class="badge">{plan.best}</p>}
              <h2>{plan.name}</h2>
              <p>{plan.for}</p>
              <p class="price">
                <strong>{plan.price}</strong> {plan.price.startsWith('€') && pricing.month}
              </p>
              <Checks points={plan.points} />
              <a class={plan.best ? 'button' : 'button quiet'} href={to(place, '/contact')}>
                {plan.action}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <section class="narrow">
        <h2>{pricing.questions.title}</h2>
        {pricing.questions.list.map(({ title, text }) => (
          <details>
            <summary>{title}</summary>
            <p>{text}</p>
          </details>
        ))}
      </section>
    </Document>
  );
}
