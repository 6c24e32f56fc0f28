import type { Company } from '../../../../domain/look/company.ts';
import { COLOUR } from '../../../../domain/look/contrast.ts';
import { type Palette, palettesOf, type Scheme } from '../../../../domain/look/palette.ts';
import { groupAt, type PartForm } from '../kit/part-form.ts';

export const COLOURS = ['brand', 'accent', 'page', 'card', 'text', 'line'] as const;

/** The colours that follow from what is typed so far; what is no colour counts as left out. */
export function palettesOfForm(form: PartForm): Record<Scheme, Palette> {
  const given = (scheme: Scheme) => {
    const group = groupAt(form, ['colours', scheme]);
    return Object.fromEntries(
      COLOURS.flatMap((name) => {
        const colour = group[name];
        return typeof colour === 'string' && COLOUR.test(colour) ? [[name, colour]] : [];
      }),
    );
  };
  const colours: NonNullable<Company['colours']> = { light: given('light'), dark: given('dark') };
  return palettesOf({ colours });
}
