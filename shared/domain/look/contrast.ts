/** A colour as red, green and blue, each from 0 to 255. */
type Rgb = readonly [number, number, number];

/** A colour as settings have it: three or six digits. */
export const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** The least contrast of text, and of what shows where a control is (WCAG 2.2 AA, 1.4.3 and 1.4.11). */
export const LEAST = { text: 4.5, control: 3 } as const;

/**
 * The contrast between two colours, from 1 to 21: (L1 + 0.05) / (L2 + 0.05), in which L is the relative luminance of the
 * lighter and of the darker one (WCAG 2.2, "contrast ratio").
 */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The least contrast of a colour with any of these. */
export function leastContrast(colour: string, others: readonly string[]): number {
  return Math.min(...others.map((other) => contrast(colour, other)));
}

/**
 * The nearest colour of the same hue that has enough contrast with each of these; the colour itself if it has. Where none
 * has, because they are too different, black or white: whichever has more.
 */
export function legible(colour: string, others: readonly string[], ratio: number = LEAST.text): string {
  if (leastContrast(colour, others) >= ratio) return colour;
  const [hue, saturation, lightness] = toHsl(rgbOf(colour));
  for (let step = 1; step <= 100; step++) {
    for (const at of [lightness - step, lightness + step]) {
      const near = toHex(fromHsl(hue, saturation, at));
      if (at >= 0 && at <= 100 && leastContrast(near, others) >= ratio) return near;
    }
  }
  return leastContrast('#000000', others) > leastContrast('#ffffff', others) ? '#000000' : '#ffffff';
}

/** A colour with a share of another in it, from 0 to 1. */
export function mixed(colour: string, other: string, share: number): string {
  const [one, two] = [rgbOf(colour), rgbOf(other)];
  return toHex(one.map((part, at) => part + ((two[at] as number) - part) * share) as unknown as Rgb);
}

function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(colour: string): Rgb {
  const digits = colour.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** A colour with six small digits. */
export function inSixDigits(colour: string): string {
  return toHex(rgbOf(colour));
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** The hue in degrees, saturation and lightness in percent (CSS Color 4, 7). */
function toHsl(rgb: Rgb): Rgb {
  const [red, green, blue] = rgb.map((part) => part / 255) as unknown as Rgb;
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const lightness = (most + least) / 2;
  if (range === 0) return [0, 0, lightness * 100];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [(sixth * 60 + 360) % 360, saturation * 100, lightness * 100];
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (at: number) => {
    const turned = (at + hue / 30) % 12;
    const wide = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
    return 255 * (lightness / 100 - wide * Math.max(-1, Math.min(turned - 3, 9 - turned, 1)));
  };
  return [part(0), part(8), part(4)];
}
