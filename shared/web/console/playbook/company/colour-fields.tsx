import { inSixDigits } from '../../../../domain/look/contrast.ts';
import { type Palette, SCHEMES, type Scheme } from '../../../../domain/look/palette.ts';
import { described, FieldFrame } from '../kit/field-frame.tsx';
import { fieldOf, type PartForm } from '../kit/part-form.ts';
import { COLOURS, palettesOfForm } from './given-colours.ts';
import { companyEditorWords } from './words.ts';

/** The colours in light and in dark, each as a text and as a field that picks one; both show what follows from the rest. */
export function ColourFields({ form }: { form: PartForm }) {
  const words = companyEditorWords[form.language];
  const palettes = palettesOfForm(form);
  return (
    <div class="columns">
      {SCHEMES.map((scheme) => (
        <fieldset class="entry">
          <legend>{words.scheme[scheme]}</legend>
          {COLOURS.map((colour) => (
            <ColourField form={form} scheme={scheme} colour={colour} palette={palettes[scheme]} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface FieldProps {
  form: PartForm;
  scheme: Scheme;
  colour: (typeof COLOURS)[number];
  palette: Palette;
}

function ColourField({ form, scheme, colour, palette }: FieldProps) {
  const words = companyEditorWords[form.language];
  const { id, name, texts, mistakes } = fieldOf(form, 'colour', ['colours', scheme, colour]);
  const [text = ''] = texts;
  const becomes = inSixDigits(palette[colour]);
  const label = words.colour[colour];
  return (
    <FieldFrame {...{ id, label, mistakes }}>
      <span class="colour">
        <input
          {...{ id, name, ...described(id, mistakes) }}
          class="short"
          type="text"
          autocomplete="off"
          value={text}
          placeholder={words.follows(becomes)}
        />
        <input type="hidden" name={name} value={becomes} />
        <input
          type="color"
          name={name}
          aria-label={words.pick(label, words.scheme[scheme])}
          value={becomes}
        />
      </span>
    </FieldFrame>
  );
}
