/** Thousands are separated by dots or commas, cents by the other, as in Dutch and English. */
const FORMS = [
  { form: /^\d+(?:[.,]\d{1,2})?$/, thousands: /(?!)/g },
  { form: /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/, thousands: /\./g },
  { form: /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/, thousands: /,/g },
];

/** The number of euros in `12.500`, `€ 12,500.50` or `12500,5`; undefined for any other text. */
export function parseAmount(text: string): number | undefined {
  const bare = text.replace(/^\s*(?:€|eur)\s*|(?:,-|\s*(?:€|eur))\s*$/gi, '').replace(/\s/g, '');
  const found = FORMS.find(({ form }) => form.test(bare));
  return found && Number(bare.replace(found.thousands, '').replace(',', '.'));
}
