import { Document } from '../parts/document.tsx';
import { FunnelPicture, ReturnPicture, TrackPicture } from '../parts/pictures.tsx';
import { Title } from '../parts/title.tsx';
import { type Place, to } from '../place.ts';

export function Product({ place }: { place: Place }) {
  const { product, home } = place.words;
  const pictures = [<TrackPicture />, <Ledger place={place} />, <ReturnPicture />, <FunnelPicture />];
  return (
    <Document place={place} head={product}>
      <Title head={product} />
      {product.parts.map(({ title, text, points }, number) => (
        <section class="wide split">
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
            <ul class="checks">
              {points.map((point) => (
                <li>{point}</li>
              ))}
            </ul>
          </div>
          {pictures[number]}
        </section>
      ))}
      <section class="closing">
        <div class="wide">
          <h2>{home.closing.title}</h2>
          <p>{home.closing.text}</p>
          <a class="button bright" href={to(place, '/demo')}>
            {home.tryDemo}
          </a>
        </div>
      </section>
    </Document>
  );
}

function Ledger({ place }: { place: Place }) {
  const { caption, columns, rows, total } = place.words.product.ledger;
  return (
    <table class="ledger panel">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([when, what, points]) => (
          <tr>
            <td>{when}</td>
            <td>{what}</td>
            <td>{points}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan={2}>
            {total}
          </th>
          <td>{rows.reduce((sum, [, , points]) => sum + points, 0)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
