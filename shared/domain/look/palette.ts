import type { Company, GivenColours } from './company.ts';
import { contrast, LEAST, leastContrast, legible, mixed } from './contrast.ts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** All colours of pages and mails in light or dark mode. Each text has enough contrast where it stands. */
export interface Palette {
  /** What lies behind everything, and what lies on it. */
  page: string;
  card: string;
  /** A card in a card: grey, and in the tone of the brand. */
  bed: string;
  tint: string;
  text: string;
  quiet: string;
  /** Links and buttons, and the text on buttons. */
  brand: string;
  onBrand: string;
  /** Decoration: no text, and nothing that people need to see. */
  accent: string;
  /** The edge of a field to fill in, and that of a card. */
  line: string;
  edge: string;
  wrong: string;
  warn: string;
  unsure: string;
}

type Defaults = Pick<Palette, 'page' | 'card' | 'text' | 'brand' | 'wrong' | 'warn' | 'unsure'>;

const defaults: Record<Scheme, Defaults> = {
  light: {
    ...{ page: '#f5f6f4', card: '#ffffff', text: '#1b2422', brand: '#0b6b4f' },
    ...{ wrong: '#b3261e', warn: '#a8401f', unsure: '#6b5a1e' },
  },
  dark: {
    ...{ page: '#14171a', card: '#1d2226', text: '#e9eeec', brand: '#53c99c' },
    ...{ wrong: '#ff9a90', warn: '#ff9d7a', unsure: '#e2c56d' },
  },
};

/** The contrast of a dark brand that is derived: more than text needs, because it glows. */
const DERIVED = 6;

/** The colours of a company: what it does not say follows from what it says. */
export function palettesOf({
  colours: { light = {}, dark = {} } = {},
}: Pick<Company, 'colours'>): Record<Scheme, Palette> {
  const own = dark.brand ?? light.brand;
  const { page = defaults.dark.page, card = defaults.dark.card } = dark;
  const brand = dark.brand ?? (own && legible(own, [page, card], DERIVED));
  const accent = dark.accent ?? light.accent;
  return {
    light: paletteOf(light, defaults.light),
    dark: paletteOf({ ...dark, ...(brand && { brand }), ...(accent && { accent }) }, defaults.dark),
  };
}

function paletteOf(given: GivenColours, { page: itsPage, card: itsCard, ...usual }: Defaults): Palette {
  const { page = itsPage, card = itsCard } = given;
  const behind = [page, card];
  const text = given.text ?? legible(usual.text, behind);
  const brand = given.brand ?? legible(usual.brand, behind);
  const shade = (of: string) =>
    [0.08, 0.06, 0.04, 0.02]
      .map((share) => mixed(card, of, share))
      .find((each) => leastContrast(each, [brand, text]) >= LEAST.text) ?? card;
  const [bed, tint] = [shade(text), shade(brand)];
  const everywhere = [...behind, bed, tint];
  return {
    ...{ page, card, bed, tint, text, brand },
    quiet: legible(mixed(text, card, 0.28), everywhere),
    onBrand: contrast('#ffffff', brand) >= LEAST.text ? '#ffffff' : legible('#0a1410', [brand]),
    accent: given.accent ?? brand,
    line: given.line ?? legible(mixed(text, card, 0.5), behind, LEAST.control),
    edge: mixed(card, text, 0.12),
    wrong: legible(usual.wrong, everywhere),
    warn: legible(usual.warn, everywhere),
    unsure: legible(usual.unsure, everywhere),
  };
}

/** Two colours of a company with too little contrast. */
export interface WeakPair {
  scheme: Scheme;
  /** The setting to change, and the one that stays. */
  change: keyof GivenColours;
  against: keyof GivenColours;
  colours: readonly [string, string];
  ratio: number;
  least: number;
  /** A colour for `change` that would do with everything; undefined if none would. */
  instead: string | undefined;
}

const FOREGROUNDS = { text: LEAST.text, brand: LEAST.text, line: LEAST.control } as const;
const BACKGROUNDS = ['page', 'card'] as const;

/** The pairs that a company chose itself and that people cannot read. */
export function weakPairs(company: Pick<Company, 'colours'>): WeakPair[] {
  const palettes = palettesOf(company);
  return SCHEMES.flatMap((scheme) => {
    const given = company.colours?.[scheme] ?? {};
    const palette = palettes[scheme];
    const behind = BACKGROUNDS.map((each) => palette[each]);
    return Object.entries(FOREGROUNDS).flatMap(([name, least]) => {
      const front = name as keyof typeof FOREGROUNDS;
      const pairs = BACKGROUNDS.map((back) => ({ back, ratio: contrast(palette[front], palette[back]) }));
      const weak = pairs.filter(
        ({ back, ratio }) => ratio < least && (given[front] ?? given[back]) !== undefined,
      );
      const [worst] = weak.sort((a, b) => a.ratio - b.ratio);
      if (worst === undefined) return [];
      const isFront = given[front] !== undefined;
      const would = isFront
        ? legible(palette[front], behind, least)
        : legible(palette[worst.back], [palette[front]], least);
      const does = isFront ? leastContrast(would, behind) >= least : contrast(would, palette[front]) >= least;
      return {
        scheme,
        ...(isFront ? { change: front, against: worst.back } : { change: worst.back, against: front }),
        colours: [palette[front], palette[worst.back]] as const,
        ...{ ratio: worst.ratio, least },
        instead: does ? would : undefined,
      };
    });
  });
}
