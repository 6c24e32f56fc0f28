import { Document } from '../parts/document.tsx';
import { Form, Permission } from '../parts/form.tsx';
import { Cover } from '../parts/pictures.tsx';
import type { Place } from '../place.ts';

export function Whitepaper({ place }: { place: Place }) {
  const { whitepaper, site } = place.words;
  return (
    <Document place={place} head={whitepaper}>
      <div class="wide split top">
        <div>
          <h1>{whitepaper.title}</h1>
          <p class="intro">{whitepaper.description}</p>
          <h2>{whitepaper.after.title}</h2>
          <ol class="steps">
            {whitepaper.after.list.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <div class="inside">
            <Cover title={whitepaper.cover} />
            <div>
              <h2>{whitepaper.inside.title}</h2>
              <ul class="checks">
                {whitepaper.inside.list.map((point) => (
                  <li>{point}</li>
                ))}
              </ul>
            </div>
          </div>
        </div>
        <div class="panel">
          <Form place={place} name="whitepaper" button={whitepaper.button}>
            <p data-known hidden>
              {site.form.known}{' '}
              <button type="button" class="as-link">
                {site.form.stranger}
              </button>
            </p>
            <div data-later data-optional={site.form.optional} />
            <Permission id="whitepaper-permission" wording={whitepaper.permission} />
          </Form>
        </div>
      </div>
    </Document>
  );
}
