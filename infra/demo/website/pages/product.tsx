import { Checks } from '../parts/checks.tsx';
import { Closing } from '../parts/closing.tsx';
import { Document } from '../parts/document.tsx';
import { FunnelPicture, ReturnPicture, TrackPicture } from '../parts/pictures.tsx';
import { Title } from '../parts/title.tsx';
import type { Place } from '../place.ts';

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
            <Checks points={points} />
          </div>
          {pictures[number]}
        </section>
      ))}
      <Closing place={place} path="/demo" action={home.tryDemo} />
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
