import { Closing } from '../parts/closing.tsx';
import { Document } from '../parts/document.tsx';
import { GuideCards } from '../parts/guide-cards.tsx';
import { LeadPicture } from '../parts/pictures.tsx';
import { type Place, to } from '../place.ts';

export function Home({ place }: { place: Place }) {
  const { home, site, guides } = place.words;
  const { fit, ready, cells } = home.matrix;
  return (
    <Document place={place} head={home}>
      <section class="hero wide">
        <div>
          <h1>{home.title}</h1>
          <p class="intro">{home.intro}</p>
          <p class="actions">
            <a class="button" href={to(place, '/demo')}>
              {home.tryDemo}
            </a>
            <a class="button quiet" href={to(place, '/whitepaper')}>
              {site.getWhitepaper}
            </a>
          </p>
        </div>
        <LeadPicture words={home.picture} />
      </section>
      <section class="band">
        <div class="wide">
          <h2>{home.steps.title}</h2>
          <ol class="cards numbered">
            {home.steps.list.map(({ title, text }) => (
              <li class="panel">
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>
      <section class="wide split">
        <div>
          <h2>{home.matrix.title}</h2>
          <p>{home.matrix.text}</p>
        </div>
        <table class="matrix">
          <thead>
            <tr>
              <td />
              {ready.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fit.map((row, y) => (
              <tr>
                <th scope="row">{row}</th>
                {cells.slice(y * 3, y * 3 + 3).map((cell, x) => (
                  <td class={x === 2 || (y === 0 && x === 1) ? 'cell call' : 'cell'}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="wide">
        <h2>{home.agreement.title}</h2>
        <ul class="cards plain">
          {home.agreement.list.map(({ title, text }) => (
            <li>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section class="band">
        <div class="wide">
          <h2>{home.guides.title}</h2>
          <p>{home.guides.text}</p>
          <GuideCards place={place} guides={guides.list.slice(0, 3)} level="h3" />
          <p>
            <a href={to(place, '/guides/')}>{home.guides.all}</a>
          </p>
        </div>
      </section>
      <Closing place={place} path="/contact" action={site.nav.contact} />
    </Document>
  );
}
