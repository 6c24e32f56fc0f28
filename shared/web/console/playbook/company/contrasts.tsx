import { contrast, LEAST } from '../../../../domain/look/contrast.ts';
import { type Palette, SCHEMES, type Scheme } from '../../../../domain/look/palette.ts';
import { locales } from '../../../language.ts';
import type { PartForm } from '../kit/part-form.ts';
import { palettesOfForm } from './given-colours.ts';
import { companyEditorWords } from './words.ts';

const FRONTS = ['text', 'quiet', 'brand', 'line'] as const;

interface Pair {
  label: string;
  front: string;
  back: string;
  least: number;
}

/** How the colours stand against each other, in light and in dark. */
export function Contrasts({ form }: { form: PartForm }) {
  const words = companyEditorWords[form.language];
  const palettes = palettesOfForm(form);
  return (
    <>
      <h3>{words.contrast}</h3>
      <p class="soft">{words.contrastIntro}</p>
      <div class="columns">
        {SCHEMES.map((scheme) => (
          <SchemeContrasts form={form} scheme={scheme} palette={palettes[scheme]} />
        ))}
      </div>
    </>
  );
}

function SchemeContrasts({ form, scheme, palette }: { form: PartForm; scheme: Scheme; palette: Palette }) {
  const words = companyEditorWords[form.language];
  const number = new Intl.NumberFormat(locales[form.language], { maximumFractionDigits: 1 });
  return (
    <section>
      <h4>{words.scheme[scheme]}</h4>
      <ul class="plain-list swatches">
        {pairsOf(palette, words).map(({ label, front, back, least }) => {
          const ratio = contrast(front, back);
          // Down, so that too little never looks like enough.
          const told = number.format(Math.floor(ratio * 10) / 10);
          return (
            <li>
              <Swatch front={front} back={back} />
              <span>{label}:</span>
              {ratio >= least ? (
                <span>{words.enough(told)}</span>
              ) : (
                <strong class="wrong">{words.tooLittle(told)}</strong>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function pairsOf(palette: Palette, words: (typeof companyEditorWords)['en']): Pair[] {
  const { page, card, brand, onBrand } = palette;
  const pairs = FRONTS.flatMap((name): Pair[] => {
    const [front, least] = [palette[name], name === 'line' ? LEAST.control : LEAST.text];
    return [
      { label: `${words.pair[name]} ${words.onPage}`, front, back: page, least },
      { label: `${words.pair[name]} ${words.onCard}`, front, back: card, least },
    ];
  });
  return [...pairs, { label: words.button, front: onBrand, back: brand, least: LEAST.text }];
}

function Swatch({ front, back }: { front: string; back: string }) {
  return (
    <svg class="swatch" viewBox="0 0 48 24" width="48" height="24" aria-hidden="true">
      <rect width="48" height="24" fill={back} />
      <rect x="8" y="8" width="32" height="8" fill={front} />
    </svg>
  );
}
